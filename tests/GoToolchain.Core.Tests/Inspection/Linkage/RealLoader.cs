using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>What the loader of this machine itself says that it would load. It runs nothing of the file but the loader.</summary>
internal static partial class RealLoader
{
    /// <summary>The loader of the tests' own processor; null where there is no glibc.</summary>
    public static string? Path { get; } = new[] { "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1" }.FirstOrDefault(File.Exists);

    /// <summary>Lists what it would load.</summary>
    /// <param name="file">A program or library.</param>
    /// <param name="variables">Changes of the environment.</param>
    /// <param name="directory">The current directory.</param>
    /// <returns>For each name, the file; "not found". Null: the loader does not take the file.</returns>
    public static async Task<SortedDictionary<string, string>?> ListAsync(
        string file,
        IReadOnlyDictionary<string, string?>? variables = null,
        string? directory = null
    )
    {
        Assert.SkipWhen(Path is null, "This machine has no loader of the GNU C library.");
        var environment = new Dictionary<string, string?>(variables ?? new Dictionary<string, string?>())
        {
            // What ldd does; `--list` gives up at the first library that is missing.
            ["LD_TRACE_LOADED_OBJECTS"] = "1",
        };
        var run = await Cli.Wrap(Path)
            .WithArguments([file])
            .WithEnvironmentVariables(environment)
            .WithWorkingDirectory(directory ?? Environment.CurrentDirectory)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        if (run.ExitCode != 0 && !run.StandardOutput.Contains("=>", StringComparison.Ordinal))
        {
            return null;
        }

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (Match line in LibraryLine().Matches(run.StandardOutput))
        {
            files[line.Groups["name"].Value] = line.Groups["path"].Value;
        }

        return files;
    }

    /// <summary>The same list, from our report.</summary>
    public static SortedDictionary<string, string> NamesOf(LinkageReport report)
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var file in report.Files.Skip(1).Where(f => f.Origin != LibraryOrigin.Loader && !f.Name.Contains('/', StringComparison.Ordinal))
        )
        {
            names[file.Name] = file.Path;
        }

        foreach (var (_, need) in report.Missing)
        {
            names[need.Name] = "not found";
        }

        return names;
    }

    // `name => path (0x…)`, `path (0x…)`, `name => not found`; the loader itself and the kernel's vdso have no search behind them.
    [GeneratedRegex(@"^\s+(?<name>\S+) => (?<path>not found|\S+)( \(0x[0-9a-f]+\))?$", RegexOptions.Multiline)]
    private static partial Regex LibraryLine();
}
