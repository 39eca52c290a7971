namespace GoToolchain.Locating.Places;

/// <summary>Tells a GOROOT, even a damaged one, from any other directory; the rule of Go itself (<c>pkg/tool</c>) and one file more.</summary>
internal static class GoRootShape
{
    public static bool Is(string directory) =>
        Directory.Exists(Path.Combine(directory, "pkg", "tool")) || File.Exists(Path.Combine(directory, "VERSION"));
}
