using System.Globalization;
using System.Security;
using System.Text;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests.Failures;

/// <summary>
/// <c>docs/go-failures.md</c> shows the common failures as the terminal logger of <c>dotnet build</c> shows them. Its sections are written anew
/// with <c>GOTC_FAILURES_PAGE=write</c>.
/// </summary>
public sealed class FailurePageSpecs(PackageFeed feed)
{
    private const string Line = "1.24";

    private static readonly string s_page = RepositoryRoot.File("docs", "go-failures.md");

    [Fact]
    public async Task The_page_shows_each_failure_as_the_terminal_shows_it()
    {
        Assert.SkipUnless(GoPlatform.Host.ToString() == "linux/amd64", "Compilers and paths of other machines have other words.");
        var go = await TestGo.EnsureAsync(Line);
        var failures = GoFailure
            .Names.Select(GoFailure.Load)
            .Where(f => f.Page is not null && (f.Needs is null || TestGo.Host.FindOnPath(f.Needs) is not null))
            .OrderBy(f => f.Page, StringComparer.Ordinal)
            .ToList();
        using var solution = new Solution(feed);
        Write(failures, solution, go);

        // All of them in one build.
        var run = await solution.TryDotNetAsync("build", "all.slnx");

        var shown = TerminalText.Projects(TerminalText.Of(run.Output)).ToList();
        var sections = failures.ToDictionary(f => f.Name, f => FailurePage.Section(f, Shown(f, shown, solution, go)));
        Assert.True(failures.Count >= 25, "Too few failures can be shown on this machine.");
        if (Environment.GetEnvironmentVariable("GOTC_FAILURES_PAGE") == "write")
        {
            WritePage(sections.Values);
        }

        var page = await File.ReadAllTextAsync(s_page, TestContext.Current.CancellationToken);
        Assert.All(
            sections,
            s =>
                Assert.True(
                    page.Contains("\n" + s.Value, StringComparison.Ordinal),
                    $"docs/go-failures.md does not have this; write it anew:\n{s.Value}"
                )
        );
        Assert.Equal(GoFailure.Names.Count(n => GoFailure.Load(n).Page is not null), FailurePage.Count(page));
    }

    private static void Write(List<GoFailure> failures, Solution solution, GoInstallation go)
    {
        var projects = new StringBuilder();
        foreach (var failure in failures)
        {
            var directory = solution[failure.Name];
            failure.Write(directory);
            var proxy = ModuleProxyDirectory.Write(solution["proxies", failure.Name]);
            var item = FailurePage
                .Item(failure)
                .Replace("$DIR", SecurityElement.Escape(directory), StringComparison.Ordinal)
                .Replace("$PROXY", SecurityElement.Escape(proxy), StringComparison.Ordinal);
            var properties = $"<GoToolchainRoot>{SecurityElement.Escape(go.Root)}</GoToolchainRoot>";
            solution.Write($"{failure.Name}/{failure.Name}.csproj", solution.Project(item, properties));
            projects.Append(CultureInfo.InvariantCulture, $"  <Project Path=\"{failure.Name}/{failure.Name}.csproj\" />\n");
        }

        solution.Write("all.slnx", $"<Solution>\n{projects}</Solution>\n");
        solution.Variables["GOPATH"] = solution["path"];
        solution.Variables["MSBUILDTERMINALLOGGER"] = "on";
    }

    private static string Shown(GoFailure failure, List<string> projects, Solution solution, GoInstallation go)
    {
        var directory = solution[failure.Name];
        var own = projects.Where(p =>
            p.Contains(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal) && p.Contains("GOTC", StringComparison.Ordinal)
        );
        var text = Assert.Single(own);
        Assert.Contains(failure.CodeInBuild.Id, text, StringComparison.Ordinal);
        return FailurePage.Normalise(text, directory, go);
    }

    private static void WritePage(IEnumerable<string> sections)
    {
        var before = File.ReadAllText(s_page).Split("\n## ")[0].TrimEnd();
        File.WriteAllText(s_page, before + "\n\n" + string.Join('\n', sections));
    }
}
