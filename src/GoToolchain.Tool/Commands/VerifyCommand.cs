using System.CommandLine;
using System.Globalization;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Inspect;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>verify</c>: is this Go what was published.</summary>
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

    public VerifyCommand(ToolContext context, GlobalOptions settings)
        : base("verify", "Prove that an installed Go is the published release, byte for byte", context, settings)
    {
        Arguments.Add(_subject);
        Options.Add(_log);
    }

    public override string Details =>
        "With --log the files of a Go 1.21 or newer, whoever installed it, are hashed and compared with the public checksum database that GOSUMDB names; no archive is needed. Exit code 0: proved; 1: it differs, or cannot be proved; 4: the database could not be asked, and only the hash is shown; 5: the database proves nothing.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain verify --log", "the Go of this project"),
            new("gotoolchain verify --log /usr/local/go", "one that something else has installed"),
            new("gotoolchain verify --log 1.24 --json", "with the signed head of the log, to be kept"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (!parsed.GetValue(_log))
        {
            throw UsageError.Create("`verify` does not know what to compare with.", "Write `gotoolchain verify --log`.");
        }

        var manager = CreateManager(parsed);
        var target = DoctorTarget.Of(parsed.GetValue(_subject), manager.Options.Host.HomeDirectory);
        if (target.Hint is { } hint)
        {
            new LabelledText(Terminal.Error, Terminal.ErrorWidth).Write(hint);
        }

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
