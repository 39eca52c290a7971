using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>The C compiler of this machine.</summary>
internal static class CCompiler
{
    /// <summary>gcc; the test is skipped where there is none.</summary>
    public static string Path
    {
        get
        {
            var gcc = TestGo.Host.FindOnPath("gcc");
            Assert.SkipWhen(gcc is null || !OperatingSystem.IsLinux(), "This machine has no gcc, or is not Linux.");
            return gcc!;
        }
    }

    /// <summary>Compiles and links C code.</summary>
    /// <param name="output">The file to make: absolute.</param>
    /// <param name="code">C.</param>
    /// <param name="arguments">For gcc.</param>
    /// <returns>The file.</returns>
    public static async Task<string> BuildAsync(string output, string code, params string[] arguments)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(output)!);
        await RunAsync(Path, ["-o", output, "-x", "c", "-", "-x", "none", .. arguments], code);
        return output;
    }

    /// <summary>Builds a shared library.</summary>
    /// <param name="output">The file to make: absolute; its name becomes its soname.</param>
    /// <param name="code">C.</param>
    /// <param name="arguments">For gcc.</param>
    public static Task<string> BuildLibraryAsync(string output, string code, params string[] arguments) =>
        BuildAsync(output, code, ["-shared", "-fPIC", $"-Wl,-soname,{System.IO.Path.GetFileName(output)}", .. arguments]);

    /// <summary>Runs a compiler, and fails with what it says.</summary>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, string input = "", string? directory = null)
    {
        string[] list = [.. arguments];
        var command = Cli.Wrap(program).WithArguments(list).WithValidation(CommandResultValidation.None);
        var run = await (directory is null ? command : command.WithWorkingDirectory(directory))
            .WithStandardInputPipe(PipeSource.FromString(input))
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, $"{program} {string.Join(' ', list)}\n{run.StandardOutput}{run.StandardError}");
    }
}
