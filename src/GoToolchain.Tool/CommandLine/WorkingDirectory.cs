namespace GoToolchain.Tool.CommandLine;

/// <summary>Turns what people write on a command line into the absolute paths that the library wants.</summary>
internal static class WorkingDirectory
{
    private const string PathSpec = "path:";

    /// <summary>The current directory; null when it has been removed.</summary>
    public static string? Current
    {
        get
        {
            try
            {
                return Directory.GetCurrentDirectory();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>The absolute path.</summary>
    public static string Absolute(string path) =>
        Path.IsPathFullyQualified(path)
            ? Path.GetFullPath(path)
            : Path.GetFullPath(
                path,
                Current
                    ?? throw new GoToolchainException(
                        GoErrorCodes.InvalidSetting,
                        $"`{path}` is relative, but the current directory does not exist any more.",
                        nextStep: "Change to an existing directory, or write an absolute path."
                    )
            );

    /// <summary>The absolute path when the value is a directory, not a URL or the name of a source.</summary>
    public static string AbsoluteIfDirectory(string value) =>
        value.StartsWith('.') || (!value.Contains("://", StringComparison.Ordinal) && Directory.Exists(value)) ? Absolute(value) : value;

    /// <summary>The spec, with the directory of a <c>path:DIR</c> made absolute.</summary>
    public static string? AbsoluteSpec(string? spec) =>
        spec is not null && spec.StartsWith(PathSpec, StringComparison.Ordinal) && spec.Length > PathSpec.Length
            ? PathSpec + Absolute(spec[PathSpec.Length..])
            : spec;
}
