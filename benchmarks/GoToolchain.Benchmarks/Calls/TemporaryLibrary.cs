using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Calls;

/// <summary>The Go shared library, built for one run.</summary>
internal sealed class TemporaryLibrary(DirectoryInfo directory) : IDisposable
{
    private const string Name = "libcallee.so";

    public string File => Path.Combine(directory.FullName, Name);

    public static async Task<DirectoryInfo> BuildAsync(GoInstallation go)
    {
        var directory = Directory.CreateTempSubdirectory("gotc-callee-");
        await go.Command("build", "-buildmode=c-shared", "-o", Path.Combine(directory.FullName, Name), ".")
            .WithWorkingDirectory(RepositoryRoot.File("benchmarks", "GoToolchain.Benchmarks", "Calls", "libcallee"))
            .WithVariable("CGO_ENABLED", "1")
            .ExecuteAsync();
        return directory;
    }

    // The file may go while the library is in use.
    public void Dispose() => directory.Delete(recursive: true);
}
