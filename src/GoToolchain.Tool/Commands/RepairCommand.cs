using System.CommandLine;
using GoToolchain.Recovery.Repair;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;
using GoToolchain.Tool.Output.Recovery;
using GoToolchain.Tool.Progress;

namespace GoToolchain.Tool.Commands;

/// <summary><c>repair</c>: put a damaged Go right, file by file.</summary>
internal sealed class RepairCommand : ToolCommand
{
    private readonly Argument<string?> _subject = new("SPEC or DIR")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description =
            "A version, for example 1.24, or a GOROOT; default: a damaged one that would be used, else the Go that `gotoolchain where` gives",
    };

    private readonly Option<bool> _plan = new("--plan")
    {
        Description = "Only say what would be done, how many bytes that takes and how long",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _deep = new("--deep")
    {
        Description = "Hash every file, not only those that have changed since they were known to be right",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _whole = new("--whole")
    {
        Description = "Make the whole tree anew beside the old one and exchange both, however little is damaged",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _treeOnly = new("--tree-only")
    {
        Description = "Leave what surrounds the tree as it is (go/env, links, start-up files), and do not examine it",
        Arity = ArgumentArity.Zero,
    };

    public RepairCommand(ToolContext context, GlobalOptions settings)
        : base("repair", "Put a damaged Go right, file by file, from what this machine has", context, settings)
    {
        Arguments.Add(_subject);
        Options.Add(_plan);
        Options.Add(_deep);
        Options.Add(_whole);
        Options.Add(_treeOnly);
    }

    public override string Details =>
        "Files come from another tree of the same release, a snapshot, an archive of an earlier download, or the sources, in this order; with --offline the sources are not asked. What does not belong into the tree is moved into the store's quarantine, not deleted. A repair that was interrupted is finished by the next one. Exit code 0: repaired, or nothing was wrong; 1: what surrounds it is still unhealthy, or there is nothing to compare with; 2: Go is missing; 3: it cannot be repaired.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain repair", "the Go of this project, and what surrounds it"),
            new("gotoolchain repair --plan", "what that would do"),
            new("gotoolchain repair /usr/local/go --offline", "one GOROOT, without the network"),
            new("gotoolchain repair 1.24 --whole", "replace it without a moment in which it is missing"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = new RepairOptions
        {
            Deep = parsed.GetValue(_deep),
            Whole = parsed.GetValue(_whole),
            Surroundings = !parsed.GetValue(_treeOnly),
            Proof = parsed.GetValue(_treeOnly) ? null : HealthLevel.Quick,
        };
        var progress = ProgressDisplay.Create(Terminal);
        await using (progress.ConfigureAwait(false))
        {
            var manager = CreateManager(parsed, progress);
            var target = DoctorTarget.Of(parsed.GetValue(_subject), manager.Options.Host.HomeDirectory);
            var text = new RepairText(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
            if (parsed.GetValue(_plan))
            {
                var plan = await manager.PlanRepairAsync(target.Spec, options, cancel).ConfigureAwait(false);
                Answer(parsed, () => RepairDocument.Of(plan), () => text.Write(plan));
                return plan.Unavailable.Count > 0 ? ExitCodes.NotRepairable : ExitCodes.Fine;
            }

            var report = await manager.RepairAsync(target.Spec, options, cancel).ConfigureAwait(false);
            Answer(parsed, () => RepairDocument.Of(report), () => text.Write(report));
            return report.ExitCode;
        }
    }

    private void Answer(ParseResult parsed, Func<ToolDocument> document, Action write)
    {
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(document());
        }
        else
        {
            write();
        }
    }
}
