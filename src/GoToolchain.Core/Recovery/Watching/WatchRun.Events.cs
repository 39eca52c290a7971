using System.Globalization;

namespace GoToolchain.Recovery.Watching;

internal sealed partial class WatchRun
{
    private GoRootEvent Event(GoRootEventKind kind, string message) =>
        new()
        {
            Kind = kind,
            At = subject.Clock.GetUtcNow(),
            Root = subject.Path,
            State = _tree.State,
            Message = message,
        };

    private GoRootEvent StateEvent(GoRootEventKind kind)
    {
        var isIntact = _tree.State == GoRootState.Intact;
        var files = _tree.Expected.Manifest.Entries.Count.ToString("N0", CultureInfo.InvariantCulture);
        var message = (kind, isIntact) switch
        {
            (GoRootEventKind.Started, true) => $"Watching {files} files: intact.",
            (GoRootEventKind.Started, false) => $"Watching {files} files: {Words()}.",
            (GoRootEventKind.Adopted, _) => $"Another version has taken the place: {files} files are watched now.",
            (_, true) => "Something was touched; every file is as it should be.",
            _ => char.ToUpperInvariant(Words()[0]) + Words()[1..] + ".",
        };
        return Event(kind, message) with
        {
            Code = isIntact ? null : GoErrorCodes.RootChanged,
            NextStep = isIntact ? null : NextStep(),
            Differences = _tree.Differences.First(GoRootEvent.MostNamed),
            DifferenceCount = _tree.State == GoRootState.Missing ? _tree.Expected.Manifest.Entries.Count : _tree.Differences.Count,
        };
    }

    private string Words() => _tree.State == GoRootState.Missing ? "the GOROOT is gone" : _tree.Differences.ToString();

    private string NextStep() =>
        _upgradedAt is not null ? "Another version stands there: when it stays, it is taken for an upgrade."
        : options.Heal ? "It is repaired as soon as nothing changes any more."
        : $"Repair it with `gotoolchain repair {subject.Path}`.";

    private GoRootEvent ChangingEvent(long first, IReadOnlyList<string>? paths = null)
    {
        paths ??= _watch.PeekPaths();
        var isGone = !Directory.Exists(subject.Path);
        var count = paths.Count.ToString("N0", CultureInfo.InvariantCulture);
        return Event(
            GoRootEventKind.Changing,
            isGone ? "The GOROOT is gone."
                : paths.Count == 0 ? "The GOROOT is being changed."
                : $"The GOROOT is being changed: {count} paths so far, the first {paths.Order(StringComparer.Ordinal).First()}."
        ) with
        {
            State = isGone ? GoRootState.Missing : _tree.State,
            Code = GoErrorCodes.RootChanged,
            Touched = Named(paths),
            Delay = Elapsed(first),
        };
    }

    // Once for each time that a limit comes in the way.
    private GoRootEvent? LimitEvent()
    {
        var obstacle = _watch.Obstacle;
        var isNew = obstacle is not null && _toldObstacle is null;
        _toldObstacle = obstacle;
        return isNew
            ? Event(GoRootEventKind.LimitReached, obstacle!.Problem) with
            {
                Code = obstacle.Code,
                NextStep = obstacle.NextStep,
            }
            : null;
    }
}
