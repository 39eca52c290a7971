namespace GoToolchain.Tool.CommandLine;

/// <summary>The argument of <c>--platform</c>.</summary>
internal static class PlatformArgument
{
    /// <summary>Reads <c>linux/amd64</c> or <c>linux-x64</c>.</summary>
    /// <param name="text">What was written.</param>
    /// <exception cref="GoToolchainException">It names no platform of Go.</exception>
    public static GoPlatform Parse(string text) =>
        GoPlatform.TryParse(text, out var platform) ? platform : GoPlatform.FromRuntimeIdentifier(text);
}
