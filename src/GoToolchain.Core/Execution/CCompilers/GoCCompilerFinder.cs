using GoToolchain.Environments;
using GoToolchain.Execution.CCompilers;

namespace GoToolchain;

/// <summary>
/// Finds the C compiler with which cgo can build for a target. Files are looked at and no process is started, except by
/// <see cref="VerifyAsync"/>. Variables such as <c>CC_FOR_linux_arm64</c> play no part: Go reads them only when Go itself is built
/// (cmd/dist), and keeps what they said as a default of that build, which is honoured here.
/// </summary>
/// <param name="go">The Go that is to build; its machine is the one that is searched.</param>
public sealed partial class GoCCompilerFinder(GoInstallation go)
{
    private readonly GoConfiguration _settings = GoConfiguration.Read(go.Host, go.Candidate);
    private readonly GoTarget _machine = GoTarget.Of(go.Host);

    private HostMachine Host => go.Host;

    /// <summary>Finds it.</summary>
    /// <param name="target">What is to be compiled for.</param>
    /// <param name="cc">The wanted compiler, as CC would have it, or <c>zig</c>, or <c>zig:2.28</c>; null or empty: what the user has in CC, else
    /// one that is on this machine.</param>
    /// <param name="cxx">The wanted C++ compiler, as CXX would have it; null or empty: the one that belongs to the C compiler.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NoCCompiler"/>, <see cref="GoErrorCodes.NoCrossCompiler"/>,
    /// <see cref="GoErrorCodes.NamedCompilerUnusable"/>, <see cref="GoErrorCodes.CompilerForOtherTarget"/> or
    /// <see cref="GoErrorCodes.NoCgo"/>.</exception>
    public GoCCompiler Find(GoTarget target, string? cc = null, string? cxx = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        Versions.GoPorts.RequireCgo(target);
        var compiler = FindC(target, cc);
        return string.IsNullOrWhiteSpace(cxx)
            ? WithCxx(compiler)
            : compiler with
            {
                CxxCommand = Require(cxx, "CXX", "CXX of the item").Text,
            };
    }

    private bool IsNative(GoTarget target) => target.Platform == _machine.Platform && target.IsMusl == _machine.IsMusl;

    private GoCCompiler FindC(GoTarget target, string? cc)
    {
        if (!string.IsNullOrWhiteSpace(cc))
        {
            return Named(target, cc.Trim(), "CC of the item");
        }

        var (set, origin) = _settings.Find("CC") is { Value.Length: > 0 } found
            ? (found.Value, found.Place is null ? "CC in the environment" : $"CC in {found.Place}")
            : ("", "");
        // A compiler that somebody prefers for this machine says nothing about others.
        if (set.Length > 0 && (IsNative(target) || Zig.IsWanted(set) || !CompilerCommand.Parse(Host, set).IsForThisMachine))
        {
            return Named(target, set, origin);
        }

        return IsNative(target)
            ? FindNative(target)
            : FindCross(target, set.Length == 0 ? null : $"`{set}` ({origin}) compiles for this machine");
    }

    private GoCCompiler Named(GoTarget target, string text, string origin) =>
        Zig.IsWanted(text)
            ? Zig.Find(Host, text, target) with
            {
                Origin = origin,
            }
            : new GoCCompiler(target, text, Require(text, "CC", origin).Program!, origin) { IsNamed = true };

    private CompilerCommand Require(string text, string variable, string origin)
    {
        var command = CompilerCommand.Parse(Host, text);
        if (command.Program is not null)
        {
            return command;
        }

        var problem =
            command.Words.Count == 0 ? "cannot be taken apart: a quote is not closed"
            : Path.IsPathFullyQualified(command.Words[0])
                ? File.Exists(command.Words[0]) ? "is no program that may be executed"
                    : "does not exist"
            : command.Words[0].AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0 ? "is a relative path, which Go does not take"
            : "is not on PATH";
        var what = command.Words.Count == 0 ? text : command.Words[0];
        throw new GoToolchainException(
            GoErrorCodes.NamedCompilerUnusable,
            $"{origin} names the compiler `{text}`, but `{what}` {problem}.",
            nextStep: $"Correct {variable}: a program on PATH or an absolute path, a path with spaces in quotes; or leave it out, and one is looked for."
        );
    }

    private GoCCompiler WithCxx(GoCCompiler compiler)
    {
        if (compiler.CxxCommand is not null)
        {
            return compiler;
        }

        var set = _settings.Find("CXX") is { Value.Length: > 0 } value ? CompilerCommand.Parse(Host, value.Value) : null;
        return set is not null && (IsNative(compiler.Target) || !set.IsForThisMachine)
            ? compiler
            : compiler with
            {
                CxxCommand = CxxName.Of(CompilerCommand.Parse(Host, compiler.Command)),
            };
    }
}
