namespace GoToolchain.Versions.ProjectFiles;

/// <summary>A version that a project file asks for.</summary>
/// <param name="Spec">What it asks for.</param>
/// <param name="Place">File and line: <c>/src/go.mod:3</c>.</param>
internal sealed record VersionStatement(GoVersionSpec Spec, string Place)
{
    /// <summary>Parses what a file says; a relative <c>path:DIR</c> begins at the directory of the file.</summary>
    /// <param name="text">The spec.</param>
    /// <param name="file">Absolute.</param>
    /// <param name="line">The first line is 1.</param>
    /// <exception cref="GoToolchainException"><c>GOTC1002</c>: it is not a spec.</exception>
    public static VersionStatement Parse(string text, string file, int line)
    {
        var place = $"{file}:{line}";
        try
        {
            var spec = GoVersionSpec.Parse(text, Path.GetDirectoryName(file));
            return spec.Kind == GoVersionSpecKind.Project
                ? throw Refuse(place, "`project` means what the project files say, so a project file cannot say it.")
                : new VersionStatement(spec, place);
        }
        catch (GoToolchainException e) when (e.Code == GoErrorCodes.InvalidVersion)
        {
            throw Refuse(place, e.Problem, e.NextStep, e);
        }
    }

    /// <summary>Parses what a version manager's file says, in the words of those tools (asdf, mise, goenv).</summary>
    /// <param name="text">The version.</param>
    /// <param name="file">Absolute.</param>
    /// <param name="line">The first line is 1.</param>
    public static VersionStatement ParseForeign(string text, string file, int line) => Parse(Translate(text), file, line);

    /// <summary>From the words of version managers to ours.</summary>
    /// <param name="text">The version.</param>
    public static string Translate(string text)
    {
        // Their `latest` leaves pre-releases out, ours does not; `latest:1.24` and `prefix:1.24` name a line.
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return text == "latest" ? "stable"
            : colon > 0 && text[..colon] is "latest" or "prefix" ? text[(colon + 1)..]
            : text;
    }

    public static GoToolchainException Refuse(string place, string problem, string? nextStep = null, Exception? inner = null) =>
        new(GoErrorCodes.InvalidProjectFile, $"{place}: {problem}", place, nextStep, inner);
}
