using System.Text;
using GoToolchain.MSBuild.Bindings.GoSources;

namespace GoToolchain.MSBuild.Bindings.Support;

/// <summary>
/// A Go file whose exports end a panic as their error; those that have none put it aside, for the caller to find. Only the line with the brace of the function becomes longer, so that every line keeps its number.
/// </summary>
internal static class RecoveringSource
{
    private static readonly string[] s_errors = ["err", "failure"];

    /// <summary>The result by which an export can tell of a panic; null: there is none.</summary>
    public static string? ErrorOf(GoExport export) =>
        export
            .Results.FirstOrDefault(r =>
                r.Type == "*C.char"
                && r.Name.Length > 0
                && (
                    Array.IndexOf(s_errors, r.Name) >= 0
                    || export.Directives.Any(d => d.Name == "error" && d.Arguments.Count == 1 && d.Arguments[0] == r.Name)
                )
            )
            ?.Name;

    /// <summary>Makes it; null where nothing has to be changed.</summary>
    public static string? Create(GoFile file)
    {
        var text = new StringBuilder(file.Text);
        var changed = false;
        foreach (
            var export in file
                .Exports.Where(e => !e.Name.StartsWith(SupportSource.Prefix, StringComparison.Ordinal))
                .OrderByDescending(e => e.Offsets.Body)
        )
        {
            var how = ErrorOf(export) is { } error ? $"gotoolchain_recovered(&{error})" : "gotoolchain_recovered_aside()";
            text.Insert(export.Offsets.Body + 1, $" defer {how};");
            changed = true;
        }

        return changed ? text.ToString() : null;
    }
}
