using System.CommandLine;
using System.Globalization;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Inspect;
using GoToolchain.Tool.Output.Json;
using GoToolchain.Tool.Output.Recovery;

namespace GoToolchain.Tool.Commands;

/// <summary><c>verify</c>: are the files of this Go what they should be; with <c>--log</c>: what was published.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    private readonly Argument<string?> _subject = new("SPEC or DIR")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A version, for example 1.24, or a GOROOT; default: the Go that `gotoolchain where` gives",
    };

    private readonly Option<bool> _log = new("--log")
    {
        Description = "Compare all files with the record in Go's public checksum database",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _deep = new("--deep")
    {
        Description = "Read and hash every file, not only those that have changed since they were known to be right",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _adopt = new("--adopt")
    {
        Description = "Declare the files of a Go that something else has installed to be right as they are now, for later",
        Arity = ArgumentArity.Zero,
    };

    public VerifyCommand(ToolContext context, GlobalOptions settings)
        : base("verify", "Compare every file of a Go with what it should be", context, settings)
    {
        Arguments.Add(_subject);
        Options.Add(_deep);
        Options.Add(_adopt);
        Options.Add(_log);
    }

    public override string Details =>
        "A Go is compared with the manifest of its installation, else with its adopted state, another tree of the same build, a snapshot, or the archive of an earlier download: missing, modified, extra, wrong mode, wrong type, dangling. Exit code 0: the same; 1: it differs, or there is nothing to compare with; 2: Go is missing. `gotoolchain repair` mends what differs. With --log the files of a Go 1.21 or newer, whoever installed it, are hashed and compared with the public checksum database that GOSUMDB names; no archive is needed. Exit code 0: proved; 1: it differs, or cannot be proved; 4: the database could not be asked, and only the hash is shown; 5: the database proves nothing.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain verify", "the Go of this project, in milliseconds"),
            new("gotoolchain verify --deep /usr/local/go", "every byte of a Go that something else has installed"),
            new("gotoolchain verify --adopt /usr/local/go", "keep its state, so that it can be compared and repaired later"),
            new("gotoolchain verify --log", "prove it by Go's public log"),
            new("gotoolchain verify --log 1.24 --json", "with the signed head of the log, to be kept"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(_log) && (parsed.GetValue(_deep) || parsed.GetValue(_adopt)))
        {
            throw UsageError.Create("`--log` hashes every file anyway, and adopts nothing.", "Leave --deep and --adopt out.");
        }

        var manager = CreateManager(parsed);
        var target = DoctorTarget.Of(parsed.GetValue(_subject), manager.Options.Host.HomeDirectory);
        if (target.Hint is { } hint)
        {
            new LabelledText(Terminal.Error, Terminal.ErrorWidth).Write(hint);
        }

        return parsed.GetValue(_log)
            ? await ProveAsync(parsed, manager, target, cancel).ConfigureAwait(false)
            : await CompareAsync(parsed, manager, target, cancel).ConfigureAwait(false);
    }

    private async Task<int> CompareAsync(ParseResult parsed, GoToolchainManager manager, DoctorTarget target, CancellationToken cancel)
    {
        var report = parsed.GetValue(_adopt)
            ? await manager.AdoptAsync(target.Spec, cancel).ConfigureAwait(false)
            : await manager.VerifyAsync(target.Spec, parsed.GetValue(_deep), cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(ContentDocument.Of(report));
        }
        else
        {
            VerificationText.Write(report, Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
        }

        return report.IsSame ? ExitCodes.Fine : ExitCodes.Unhealthy;
    }

    private async Task<int> ProveAsync(ParseResult parsed, GoToolchainManager manager, DoctorTarget target, CancellationToken cancel)
    {
        var proof = await manager.ProveAsync(target.Spec, cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(VerifyDocument.Of(proof));
        }
        else
        {
            Fields(proof).Write(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
            if (proof.Obstacle?.NextStep is { } next)
            {
                new LabelledText(Terminal.Error, Terminal.ErrorWidth).Write(next);
            }
        }

        return proof.Verdict switch
        {
            GoLogVerdict.Proved => ExitCodes.Fine,
            GoLogVerdict.Differs => ExitCodes.Unhealthy,
            _ => proof.Obstacle!.Code.ExitCode,
        };
    }

    private static FieldList Fields(GoLogProof proof)
    {
        var fields = new FieldList($"{Words.Kebab(proof.Verdict)}: {proof.Root}");
        fields.Add("verdict", proof.Reason);
        fields.Add("module", proof.Module);
        fields.Add("hash", proof.Hash);
        fields.Add("hash in the log", proof.LoggedHash == proof.Hash ? "the same" : proof.LoggedHash);
        fields.Add(
            "log",
            proof.RecordId is null ? proof.Database : $"{proof.Database}, record {Number(proof.RecordId)} of {Number(proof.TreeSize)}"
        );
        fields.Add("foreign", string.Join(", ", proof.Foreign));
        fields.Add("not covered", string.Join(", ", [.. proof.NotCovered, "permissions"]));
        return fields;
    }

    private static string Number(long? number) => string.Create(CultureInfo.InvariantCulture, $"{number}");
}
