namespace GoToolchain.Inspection.Trees;

/// <summary>The platform that the name of a source file is for: <c>os_linux.go</c>, <c>asm_amd64.s</c> (go/build, <c>goodOSArchFile</c>).</summary>
internal static class FileNameConstraint
{
    /// <summary>Whether a file is compiled for a platform, as far as its name tells.</summary>
    /// <param name="name">The name of a source file.</param>
    /// <param name="platform">The platform.</param>
    public static bool Admits(string name, GoPlatform platform)
    {
        var parts = System.IO.Path.GetFileNameWithoutExtension(name).Split('_');
        if (parts.Length == 1)
        {
            return true;
        }

        var last = parts[^1];
        if (!GoPlatformWords.Architectures.Contains(last))
        {
            return !GoPlatformWords.Systems.Contains(last) || last == platform.Os;
        }

        return last == platform.Arch && (parts.Length == 2 || !GoPlatformWords.Systems.Contains(parts[^2]) || parts[^2] == platform.Os);
    }
}
