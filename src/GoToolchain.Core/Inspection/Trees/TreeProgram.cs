using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Trees;

/// <summary>A program that is in a GOROOT.</summary>
/// <param name="Path">Relative, with <c>/</c>.</param>
/// <param name="Facts">What the file system says; null when it may not be looked at.</param>
/// <param name="Binary">What its headers and its build information say; null when it could not be opened, or is no file with bytes.</param>
internal sealed record TreeProgram(string Path, FileFacts? Facts, BinaryVersion? Binary)
{
    /// <summary>The version of Go that it belongs to: a toolchain is built by itself (cmd/dist, toolchain3).</summary>
    public GoVersion? Version => Binary?.Version;
}
