namespace GoToolchain;

/// <summary>A file of Go settings, and what is wrong with it.</summary>
/// <param name="Path">Where it is or would be; null when there is no place for it.</param>
/// <param name="State">What became of reading it.</param>
/// <param name="Problems">Each one sentence, with <c>line N</c> where it is about a line; empty when all is well.</param>
public sealed record GoEnvFileSummary(string? Path, GoEnvFileState State, IReadOnlyList<string> Problems)
{
    internal static GoEnvFileSummary Of(Environments.GoEnvFile file) =>
        new(
            file.Path,
            file.State,
            [
                .. file.Problem is null ? Enumerable.Empty<string>() : [file.Problem],
                .. file.Lines.Where(l => l.Problem is not null).Select(l => $"Line {l.Number}: {l.Problem}"),
            ]
        );
}
