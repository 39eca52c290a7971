using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>A real gccgo, beside the gcc of this machine, whose assembler and linker it uses.</summary>
/// <param name="Root">Where its packages are unpacked.</param>
/// <param name="Major">The release of GCC.</param>
/// <param name="Triplet">For example <c>x86_64-linux-gnu</c>.</param>
/// <param name="Runtime">The directory of <c>libgo.so.N</c>.</param>
/// <param name="RuntimeName">The name of that file.</param>
internal sealed record GccgoCompiler(string Root, string Major, string Triplet, string Runtime, string RuntimeName)
{
    private const string Hello = "package main\nimport \"fmt\"\nfunc main() { fmt.Println(\"hello\") }\n";

    /// <summary>Gets it; the test is skipped where it cannot be had.</summary>
    public static async Task<GccgoCompiler> EnsureAsync()
    {
        var major = (await AskAsync("-dumpversion")).Split('.')[0];
        var triplet = await AskAsync("-dumpmachine");
        var library = await DebianPackages.UnpackAsync($"libgo-{major}-dev", $"libgo-{major}-dev");
        var link = new FileInfo(Path.Combine(library, "usr/lib/gcc", triplet, major, "libgo.so")).LinkTarget;
        Assert.SkipWhen(link is null, $"libgo-{major}-dev has no libgo.so.");
        var number = Path.GetFileName(link!)["libgo.so.".Length..].Split('.')[0];
        var root = await DebianPackages.UnpackAsync($"gccgo-{major}", $"gccgo-{major}", $"libgo-{major}-dev", $"libgo{number}");
        return new GccgoCompiler(root, major, triplet, Path.Combine(root, "usr/lib", triplet), $"libgo.so.{number}");
    }

    /// <summary>Compiles a program that prints "hello".</summary>
    /// <param name="output">The file to make: absolute.</param>
    public async Task<string> BuildHelloAsync(string output)
    {
        var source = output + ".go";
        await File.WriteAllTextAsync(source, Hello);
        var own = Path.Combine(Root, "usr/lib/gcc", Triplet, Major);
        await CCompiler.RunAsync(
            Path.Combine(Root, "usr/bin", $"{Triplet}-gccgo-{Major}"),
            [
                $"-B{own}/",
                $"-B/usr/lib/gcc/{Triplet}/{Major}/",
                $"-L{own}",
                $"-L{Runtime}",
                $"-I{Root}/usr/lib/{Triplet}/go/{Major}/{Triplet}",
                $"-I{Root}/usr/lib/go/{Major}/{Triplet}",
                "-o",
                output,
                source,
            ]
        );
        return output;
    }

    private static async Task<string> AskAsync(string question)
    {
        var answer = await Cli.Wrap(CCompiler.Path).WithArguments(question).ExecuteBufferedAsync();
        return answer.StandardOutput.Trim();
    }
}
