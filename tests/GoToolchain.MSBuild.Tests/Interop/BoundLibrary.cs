using GoToolchain.MSBuild.Bindings.GoSources;
using GoToolchain.MSBuild.Bindings.Support;

namespace GoToolchain.MSBuild.Tests.Interop;

/// <summary>A Go library, built as a project with <c>Bindings</c> and <c>RecoverPanics</c> builds it.</summary>
internal static class BoundLibrary
{
    /// <summary>Builds it; the header lies beside it.</summary>
    /// <param name="go">With which Go.</param>
    /// <param name="directory">Its directory.</param>
    /// <param name="output">The library: absolute.</param>
    /// <param name="scratch">For the files that are shown to the compiler.</param>
    public static async Task BuildAsync(GoInstallation go, string directory, string output, string scratch)
    {
        var source = GoPackageSource.Read(directory);
        var replace = source
            .Files.Select(f => (f.Path, Text: RecoveringSource.Create(f)))
            .Where(f => f.Text is not null)
            .ToDictionary(f => f.Path, f => f.Text!);
        replace[Path.Combine(directory, SupportSource.FileName)] = SupportSource.Create(
            source.Fingerprint(),
            source.Exports.Select(e => e.Name)
        );
        var overlay = new BindingOverlay(Path.Combine(scratch, "overlay"), replace);
        overlay.Write();
        await go.Command("build", "-overlay=" + overlay.File, "-buildmode=c-shared", "-o", output, ".")
            .WithVariable("CGO_ENABLED", "1")
            .WithWorkingDirectory(directory)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
    }
}
