using System.CommandLine;
using GoToolchain.Recovery.Snapshots;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>snapshot create</c>: of a GOROOT, whoever installed it.</summary>
internal sealed class SnapshotCreateCommand : ToolCommand
{
    private readonly Argument<string?> _subject = new("SPEC or DIR")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A version, for example 1.24, or a GOROOT; default: the Go that `gotoolchain where` gives",
    };

    private readonly Option<bool> _compress = new("--compress")
    {
        Description = "Compress what is added: about a third of the room, and a slower restore",
        Arity = ArgumentArity.Zero,
    };

    public SnapshotCreateCommand(ToolContext context, GlobalOptions settings)
        : base("create", "Make a snapshot of a GOROOT, and print its name", context, settings)
    {
        Arguments.Add(_subject);
        Options.Add(_compress);
    }

    public override string Details =>
        "Every file is read and hashed; contents that are in the store already are not stored again. When the tree changes meanwhile, it is read again.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain snapshot create", "of the Go of this project"),
            new("gotoolchain snapshot create /usr/local/go --compress", "of a GOROOT"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var manager = CreateManager(parsed);
        var target = DoctorTarget.Of(parsed.GetValue(_subject), manager.Options.Host.HomeDirectory);
        if (target.Hint is { } hint)
        {
            new LabelledText(Terminal.Error, Terminal.ErrorWidth).Write(hint);
        }

        var options = new GoSnapshotOptions { Compress = parsed.GetValue(_compress) };
        var snapshot = await manager.CreateSnapshotAsync(target.Spec, options, cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(new SnapshotCreateDocument(SnapshotMember.Of(snapshot)));
            return ExitCodes.Fine;
        }

        var cloned = snapshot.ClonedBytes > 0 ? $", of which {Words.Size(snapshot.ClonedBytes)} are cloned and take no room yet" : "";
        await Terminal
            .Error.WriteLineAsync(
                $"{Words.Count(snapshot.Files)} files, {Words.Size(snapshot.Bytes)}; it alone takes {Words.Size(snapshot.OwnBytes)}{cloned}."
            )
            .ConfigureAwait(false);
        await Terminal.Out.WriteLineAsync(snapshot.Id).ConfigureAwait(false);
        return ExitCodes.Fine;
    }
}
