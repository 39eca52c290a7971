using System.Diagnostics;
using System.Globalization;
using GoToolchain.Inspection;
using GoToolchain.Locating;
using GoToolchain.Recovery;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Repair;
using GoToolchain.Store.Links;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>
    /// Gets a machine its Go back after <c>rm -rf "$GOROOT"</c> and the like: finds out which GOROOT is gone, restores it in its place from what this
    /// machine has (another tree, a snapshot, an archive), or lets a link in its place lead to another Go, or installs one; mends a damaged one; puts
    /// links and files right that lead nowhere; and proves the result. Never needs more rights than the user has.
    /// </summary>
    /// <param name="spec">The wanted version; null: what the project says, else any.</param>
    /// <param name="options">How; null: as by default.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NothingToRecover"/>, or no source could serve it.</exception>
    public async Task<RecoveryReport> RecoverAsync(string? spec = null, RecoveryOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new RecoveryOptions();
        spec = ToSpec(spec);
        var started = Stopwatch.GetTimestamp();
        var gone = new List<GoneTree>();
        foreach (var tree in new GoneTrees(Options.Host, _layout).Find(Locate()))
        {
            gone.Add(await BringBackAsync(tree, options, cancel).ConfigureAwait(false));
        }

        var actions = new List<RepairAction>();
        var go = await UsableAsync(Target(), options, actions, cancel).ConfigureAwait(false);
        // What could not come back is led to the Go that there is now.
        for (var i = 0; i < gone.Count; i++)
        {
            gone[i] = gone[i].IsBack ? gone[i] : await RedirectAsync(gone[i], go, cancel).ConfigureAwait(false);
        }

        go = Survey(Target()).Used ?? go;
        var health = await CheckAsync(Target(), new HealthOptions { Level = HealthLevel.Quick }, cancel).ConfigureAwait(false);
        foreach (var finding in Fixes(health, go.ResolvedRoot))
        {
            actions.Add(await ApplyAsync(finding, cancel).ConfigureAwait(false));
        }

        if (gone.Exists(g => !g.IsBack))
        {
            actions.AddRange(await LeadShellsAsync(go, cancel).ConfigureAwait(false));
        }

        var duration = Stopwatch.GetElapsedTime(started);
        var proving = Stopwatch.GetTimestamp();
        var version = await RunVersionAsync(go, cancel).ConfigureAwait(false);
        if (actions.Count > 0 || options.Proof != HealthLevel.Quick)
        {
            health = await CheckAsync(Target(), new HealthOptions { Level = options.Proof }, cancel).ConfigureAwait(false);
        }

        return new RecoveryReport(go)
        {
            Gone = gone,
            Actions = actions,
            Health = health,
            GoVersionOutput = version,
            Duration = duration,
            ProofDuration = Stopwatch.GetElapsedTime(proving),
            NextStep = NextStep(gone, go),
        };

        // What was gone and is back is what people are waiting for.
        string? Target() => spec ?? (gone.Find(g => g.IsBack) is { } back ? "path:" + back.Root : null);
    }

    // First with what this machine has, for the network takes longer than any of it.
    private async Task<GoneTree> BringBackAsync(GoneTree tree, RecoveryOptions options, CancellationToken cancel)
    {
        var subject = RepairSubject.At(tree.Root, version: null, platform: null, Options.Host, _layout);
        tree = tree with { Version = subject.Version };
        if (options.Redirect || subject.Version is null)
        {
            return tree with { Text = subject.Version is null ? "Nothing tells which Go it was." : "" };
        }

        try
        {
            var mending = new RepairOptions
            {
                Offline = true,
                Surroundings = false,
                Proof = null,
            };
            var repair = await MendAsync(subject, mending, cancel).ConfigureAwait(false);
            return repair.After is { IsSame: true }
                ? tree with
                {
                    IsRestored = true,
                    Repair = repair,
                    Text = string.Join(" ", repair.Actions.Select(a => a.Text)),
                }
                : tree with
                {
                    Text = $"{Words.Files(repair.Unavailable.Count)} of it are nowhere to be had on this machine.",
                };
        }
        catch (GoToolchainException e) when (e.Code.Id.StartsWith("GOTC65", StringComparison.Ordinal))
        {
            return tree with { Text = e.Problem };
        }
    }

    // The Go that would be used; a damaged one is mended, and where there is none, one is installed.
    private async Task<GoCandidate> UsableAsync(string? spec, RecoveryOptions options, List<RepairAction> actions, CancellationToken cancel)
    {
        var survey = Survey(spec);
        if (survey.Used is { } used)
        {
            return used;
        }

        var damaged = SubjectOf(survey, NamedRoot(Resolve(spec)) is not null);
        if (damaged?.Verdict is GoVerdict.Incomplete or GoVerdict.Mixed)
        {
            try
            {
                var mending = new RepairOptions
                {
                    Offline = options.Offline,
                    Surroundings = false,
                    Proof = null,
                };
                var repair = await MendAsync(RepairSubject.Of(damaged, Options.Host, _layout), mending, cancel).ConfigureAwait(false);
                actions.AddRange(repair.Actions);
                if (Survey(spec).Used is { } mended)
                {
                    return mended;
                }
            }
            catch (GoToolchainException e) when (e.Code.Id.StartsWith("GOTC65", StringComparison.Ordinal))
            {
                // Another Go is the next best.
            }
        }

        if (options.Offline || Settings.Offline)
        {
            throw new GoToolchainException(
                GoErrorCodes.NothingToRecover,
                "No Go is left on this machine, nothing to restore one from, and the sources may not be asked.",
                damaged?.Root,
                "Go online once and run `gotoolchain recover` again, or name an archive with `gotoolchain install --from FILE`."
            )
            {
                Candidates = WhyNot(survey.Wanted, Settings.Preference),
            };
        }

        var installed = await InstallAsync(NamedRoot(Resolve(spec)) is null ? spec : null, cancel: cancel).ConfigureAwait(false);
        var text = $"Installed Go {installed.Version} into {installed.Root}.";
        actions.Add(new RepairAction(RepairActionKind.RebuildTree, installed.Root, text));
        return installed.Candidate;
    }

    // Links that lead to the place, variables and files that name it: all are right again with a link there.
    private async Task<GoneTree> RedirectAsync(GoneTree tree, GoCandidate go, CancellationToken cancel)
    {
        if (tree.Root == go.ResolvedRoot || FileFacts.Of(tree.Root).Kind is not (FileKind.Missing or FileKind.DanglingLink))
        {
            return tree;
        }

        if (tree.Version is not null && tree.Version.Line != go.Version?.Line)
        {
            return tree with { Text = $"{tree.Text} Go {go.Version} is another line, so nothing leads to it from there.".TrimStart() };
        }

        try
        {
            var isOurs = go.IsManaged && !tree.Root.StartsWith(_layout.Directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            Directory.CreateDirectory(Path.GetDirectoryName(tree.Root)!);
            if (
                !isOurs
                || !await _store
                    .LinkAsync(tree.Root, NameOf(go), Options.Progress ?? new Progress<GoProgress>(), cancel)
                    .ConfigureAwait(false)
            )
            {
                DirectoryLink.Set(tree.Root, go.ResolvedRoot);
            }

            return tree with
            {
                RedirectedTo = go.ResolvedRoot,
                Text = $"{tree.Text} A link there leads to Go {go.Version} in {go.ResolvedRoot} now.".TrimStart(),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or GoToolchainException)
        {
            return tree with { Text = $"{tree.Text} No link can be put there: {e.Message}".TrimStart() };
        }
    }

    // Where nothing can be put in the old place, the next shell finds the Go that there is all the same.
    private async Task<IReadOnlyList<RepairAction>> LeadShellsAsync(GoCandidate go, CancellationToken cancel)
    {
        try
        {
            var options = new ShellBlockOptions { Spec = "path:" + go.Root };
            var report = await InstallShellBlockAsync(options, cancel).ConfigureAwait(false);
            return
            [
                .. report
                    .Files.Where(f => f.Action != ShellFileAction.UpToDate)
                    .Select(f => new RepairAction(
                        RepairActionKind.Redirect,
                        f.File,
                        $"Put {Path.Combine(go.Root, "bin")} on PATH in {f.File}."
                    )),
            ];
        }
        catch (GoToolchainException e)
        {
            return [new RepairAction(RepairActionKind.Redirect, e.Place ?? "", e.Problem) { Failure = e.Code }];
        }
    }

    private async Task<string?> RunVersionAsync(GoCandidate go, CancellationToken cancel)
    {
        try
        {
            var output = new List<string>();
            await new GoInstallation(go, Options.Host)
                .Command("version")
                .WithStandardOutput(output.Add)
                .ExecuteAsync(cancel)
                .ConfigureAwait(false);
            return string.Join(' ', output);
        }
        catch (GoToolchainException)
        {
            return null;
        }
    }

    // No program changes the environment of the shell that started it.
    private string? NextStep(IReadOnlyList<GoneTree> gone, GoCandidate go) =>
        gone.Any(g => !g.IsBack) && Options.Host.GetVariable("GOROOT") is { } root && !Directory.Exists(root)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Run `unset GOROOT` in the shells that are open, and put {Path.Combine(go.Root, "bin")} on PATH."
            )
            : null;
}
