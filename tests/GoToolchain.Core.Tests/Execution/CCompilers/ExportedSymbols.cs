using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Execution.CCompilers;

/// <summary>What a library lets others call, by the tools of binutils, which read files for any processor.</summary>
internal static partial class ExportedSymbols
{
    public static async Task<IReadOnlyList<string>> OfAsync(string file, ExecutableFormat format)
    {
        var compilers = await DistributionCompilers.EnsureAsync(TestContext.Current.CancellationToken);
        return format == ExecutableFormat.Elf
            ? await ReadAsync(Cli.Wrap("readelf").WithArguments(["--dyn-syms", "--wide", file]), ElfLine())
            : await ReadAsync(
                Cli.Wrap(Path.Combine(compilers.Directory!, "..", "usr", "bin", "x86_64-w64-mingw32-objdump")).WithArguments(["-p", file]),
                PeLine()
            );
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(Command command, Regex line)
    {
        var run = await command.ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return [.. line.Matches(run.StandardOutput).Select(m => m.Groups[1].Value)];
    }

    //     42: 0000000000094a50    66 FUNC    GLOBAL DEFAULT   12 Twice
    [GeneratedRegex(@"FUNC\s+GLOBAL\s+DEFAULT\s+[0-9]+\s+(\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex ElfLine();

    // 	[   0] +base[   1]  0000 Twice
    [GeneratedRegex(
        @"\[\s*[0-9]+\]\s+(?:\+base\[\s*[0-9]+\]\s+)?(?:[0-9a-f]{4}\s+)?(\S+)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex PeLine();
}
