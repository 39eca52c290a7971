using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests.Failures;

/// <summary>Every failure is made with real modules and real Go, with the arguments and environment that the task would use.</summary>
public sealed class FailureSpecs
{
    private const string Usual = "1.23";

    private static readonly string[] s_lines = ["1.19", "1.23", "1.27"];

    public static TheoryData<string, string> Failures
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in GoFailure.Names)
            {
                var failure = GoFailure.Load(name);
                var lines = s_lines.Where(l => failure.IsIn(l) && failure.IsOn(GoPlatform.Host)).ToList();
                // Each failure once, in the line that most have, or the first that has it.
                var always = lines.Contains(Usual) ? Usual : lines.FirstOrDefault();
                foreach (var line in TestMatrix.Of(lines, l => l == always))
                {
                    data.Add(name, line);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_has_its_code_and_place_and_keeps_the_words_of_go(string name, string line)
    {
        var failure = GoFailure.Load(name);
        Assert.SkipWhen(failure.Needs is { } program && TestGo.Host.FindOnPath(program) is null, $"It takes {failure.Needs}.");
        using var scratch = new ScratchDirectory();
        var go = await TestGo.EnsureAsync(line);

        var (diagnostics, printed) = await FailedBuild.RunAsync(failure, go, scratch);

        var shown = string.Join('\n', diagnostics) + "\n--- go said:\n" + printed;
        var (file, row, column) = failure.Place;
        Assert.True(
            diagnostics.Any(d =>
                (d.Code, d.File, d.Line, d.Column, d.IsWarning) == (failure.Code, scratch[file], row, column, failure.Succeeds)
                && d.Message.Contains(failure.Says, StringComparison.Ordinal)
            ),
            shown
        );
        Assert.True(diagnostics.Count == failure.Count(line), shown);
        Assert.All(OutputLoss.Find(printed, failure.Succeeds ? [] : diagnostics), l => Assert.Fail($"`{l}` is lost.\n{shown}"));
    }
}
