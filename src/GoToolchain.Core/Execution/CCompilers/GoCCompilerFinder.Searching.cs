using GoToolchain.Environments;
using GoToolchain.Execution.CCompilers;

namespace GoToolchain;

public sealed partial class GoCCompilerFinder
{
    // With these, gcc for 64-bit x86 compiles for 32 bits too: Debian's libc6-dev-i386 and Arch's lib32-glibc; Fedora's and openSUSE's
    // glibc-devel for 32 bits. Go adds -m32 itself.
    private static readonly string[] s_startFilesOf32Bits = ["/usr/lib32/crt1.o", "/usr/lib/crt1.o"];

    private ProgramSearch Search => new(Host);

    private GoCCompiler FindNative(GoTarget target)
    {
        var usual = new GoBuildDefaults(_settings.OwnRoot).Compiler("DefaultCC", target.Platform);
        // Official clang for Windows compiles for the libraries of Visual Studio, with which cgo does not work.
        string[] others = target.Platform.IsWindows
            ? CrossCompilers.Of(target).Programs is var names
                ? [.. names]
                : []
            : ["gcc", "clang", "cc"];
        foreach (var name in others.Prepend(usual).Distinct(StringComparer.Ordinal))
        {
            if (CompilerCommand.Parse(Host, name) is { Program: { } program })
            {
                return new GoCCompiler(target, name, program, name == usual ? "Go's default" : "found on PATH");
            }
        }

        throw new GoToolchainException(
            GoErrorCodes.NoCCompiler,
            $"There is no C compiler for {target.RuntimeIdentifier}: neither {string.Join(" nor ", others.Prepend(usual).Distinct().Select(n => $"`{n}`"))} is on PATH.",
            nextStep: CompilerPackages.Advice(Host) + " Or build without C: a GoSidecar needs none."
        );
    }

    private GoCCompiler FindCross(GoTarget target, string? ignored)
    {
        var known = CrossCompilers.Of(target);
        var looked = CandidatesFor(target, known).ToList();
        foreach (var name in looked)
        {
            if (Search.Find(name) is { } program)
            {
                return new GoCCompiler(target, name, program, "found on PATH");
            }
        }

        if (target.Platform.Os == "android" && AndroidNdk.Find(Host, target.Platform) is { } clang)
        {
            return new GoCCompiler(target, QuotedWords.Join([clang]), clang, "found in the Android NDK");
        }

        throw Missing(target, known, looked, ignored);
    }

    private IEnumerable<string> CandidatesFor(GoTarget target, CrossCompiler known)
    {
        var (platform, machine) = (target.Platform, _machine.Platform);
        var names = known.Programs.ToList();
        if (known.OfSameProcessor is { } wrapper && platform == machine)
        {
            names.Add(wrapper);
        }

        if (
            platform is { Os: "linux", Arch: "386" }
            && !target.IsMusl
            && machine is { Os: "linux", Arch: "amd64" }
            && HasStartFilesOf32Bits()
        )
        {
            names.Add("gcc");
        }

        // Apple's clang compiles for both processors; Go adds -arch itself.
        if (platform.Os == "darwin" && machine.Os == "darwin")
        {
            names.Insert(0, "clang");
        }

        return names;
    }

    private bool HasStartFilesOf32Bits() => s_startFilesOf32Bits.Any(file => File.Exists(Host.Rooted(file))) && !_machine.IsMusl;

    private GoToolchainException Missing(GoTarget target, CrossCompiler known, List<string> looked, string? ignored)
    {
        var places = looked.Count > 0 ? $"looked for {string.Join(", ", looked)} on PATH" : "none is known by name";
        if (target.Platform.Os == "android")
        {
            places =
                $"looked for {AndroidNdk.Triple(target.Platform)}<API level>-clang of an NDK in {string.Join(", ", AndroidNdk.Variables)}";
        }

        var problem =
            $"There is no C compiler for {target.RuntimeIdentifier} on this machine ({places}{(ignored is null ? "" : "; " + ignored)}).";
        return new GoToolchainException(GoErrorCodes.NoCrossCompiler, problem, nextStep: NextStep(target, known));
    }

    private string NextStep(GoTarget target, CrossCompiler known)
    {
        var ways = new List<string>();
        if (CompilerPackages.Advice(Host, known) is { } packages)
        {
            ways.Add(packages);
        }
        else if (
            known.OfSameProcessor is not null
            && target.Platform == _machine.Platform
            && CompilerPackages.AdviceForMusl(Host) is { } musl
        )
        {
            ways.Add(musl);
        }
        else if (target.Platform.Os == "android")
        {
            ways.Add("Install the Android NDK and set ANDROID_NDK_HOME to it");
        }
        else if (target.Platform.Os is "darwin" or "ios")
        {
            ways.Add("Build on macOS, or install osxcross (https://github.com/tpoechtrager/osxcross)");
        }

        ways.Add(ways.Count == 0 ? "Name a compiler for it in the metadata CC" : "name one in the metadata CC");
        if (known.ZigTarget is not null)
        {
            ways.Add("install zig and set CC to `zig`");
        }

        ways.Add("build a GoSidecar without cgo, which needs none");
        return string.Join(", or ", ways) + ".";
    }
}
