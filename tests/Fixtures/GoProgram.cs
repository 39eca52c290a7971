using CliWrap;

namespace GoToolchain.Fixtures;

/// <summary>
/// A module with a small program, a dependency that a directory replaces, and two packages for other build modes; built for any platform without
/// the network. It imports nothing of the standard library, so that a platform costs seconds once, and then little.
/// </summary>
public sealed class GoProgram
{
    private const string CommitTime = "2024-02-03T04:05:06Z";

    private readonly ScratchDirectory _scratch;
    private int _count;

    /// <summary>Writes the module.</summary>
    /// <param name="scratch">Where to.</param>
    public GoProgram(ScratchDirectory scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        _scratch = scratch;
        scratch.CreateFile(
            "module/go.mod",
            """
            module example.com/program

            go 1.19

            require example.com/library v1.2.3

            replace example.com/library => ../library

            """
        );
        scratch.CreateFile(
            "module/main.go",
            """
            package main

            import "example.com/library"

            var flavour = "plain"

            func main() { println(library.Answer(), flavour) }

            """
        );
        scratch.CreateFile(
            "module/shared/shared.go",
            """
            package main

            // #include <stdlib.h>
            import "C"
            import "example.com/library"

            //export Answer
            func Answer() C.int { return C.int(library.Answer()) }

            func main() {}

            """
        );
        scratch.CreateFile("library/go.mod", "module example.com/library\n\ngo 1.19\n");
        scratch.CreateFile("library/library.go", "package library\n\nfunc Answer() int { return 42 }\n");
    }

    /// <summary>The directory of the module.</summary>
    public string Directory => _scratch["module"];

    /// <summary>Makes the module a repository with one commit, of 2024-02-03 04:05:06 UTC.</summary>
    /// <param name="git">The program: absolute.</param>
    public async Task CommitAsync(string git)
    {
        string[][] lines =
        [
            ["init", "-q"],
            ["add", "."],
            ["-c", "user.name=n", "-c", "user.email=n@example.com", "commit", "-q", "-m", "first", "--date", CommitTime],
        ];
        foreach (var line in lines)
        {
            await Cli.Wrap(git)
                .WithArguments(line)
                .WithWorkingDirectory(Directory)
                .WithEnvironmentVariables(v => v.Set("GIT_COMMITTER_DATE", CommitTime).Set("GIT_CONFIG_GLOBAL", "/dev/null"))
                .ExecuteAsync();
        }
    }

    /// <summary>Builds the program.</summary>
    /// <param name="go">With which Go.</param>
    /// <param name="platform">For which platform, without cgo; null: this one, with Go's own choice.</param>
    /// <param name="arguments">What follows <c>go build -o FILE</c>: flags, and a package when it is not the program itself.</param>
    /// <returns>The file.</returns>
    public async Task<string> BuildAsync(GoInstallation go, GoPlatform? platform = null, params IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(go);
        var file = _scratch[$"built/{Interlocked.Increment(ref _count)}"];
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        string[] line = ["build", "-o", file, .. arguments];
        var command = go.Command(line).WithWorkingDirectory(Directory);
        if (platform is not null)
        {
            command = command.WithVariable("GOOS", platform.Os).WithVariable("GOARCH", platform.Arch).WithVariable("CGO_ENABLED", "0");
        }

        await command.ExecuteBufferedAsync();
        return file;
    }
}
