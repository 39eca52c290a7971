using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests.Interop;

/// <summary>The program <c>tests/SharedLibraryStress</c>, which calls a Go library from many threads while the runtime interrupts them.</summary>
internal static class StressProgram
{
    /// <summary>Why it cannot run here, if it cannot.</summary>
    public static void SkipWhereImpossible()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux does the runtime interrupt its threads with this signal.");
        Assert.SkipUnless(File.Exists("/usr/bin/gcc"), "This machine has no gcc, so cgo cannot be used.");
    }

    /// <summary>Builds the library with a Go and runs the program.</summary>
    /// <param name="scratch">Where the library goes.</param>
    /// <param name="go">Which Go.</param>
    /// <param name="arguments">What follows the path of the library.</param>
    public static async Task<DotNetRun> RunAsync(ScratchDirectory scratch, string go, params IEnumerable<string> arguments)
    {
        var installation = await TestGo.EnsureAsync(go);
        var library = scratch["libstress.so"];
        await BoundLibrary.BuildAsync(
            installation,
            RepositoryRoot.File("tests", "SharedLibraryStress", "libstress"),
            library,
            scratch.Root
        );

        var program = RepositoryRoot.File(
            "artifacts",
            "bin",
            "SharedLibraryStress",
            RepositoryRoot.Configuration.ToLowerInvariant(),
            "SharedLibraryStress.dll"
        );
        return await DotNetCommand.RunAsync(scratch.Root, [program, library, .. arguments], cancel: TestContext.Current.CancellationToken);
    }
}
