using System.Diagnostics;

namespace GoToolchain.Recovery.Watching;

/// <summary>When the next repair is due: after a time of quiet, which doubles with each repair that fails or does not last a minute.</summary>
/// <param name="options">The times.</param>
internal sealed class HealSchedule(GoWatchOptions options)
{
    private static readonly TimeSpan s_lasting = TimeSpan.FromMinutes(1);
    private TimeSpan _delay = options.HealDelay;
    private long? _due;
    private long _healed;

    /// <summary>The time until it is due; null: there is nothing to repair.</summary>
    public TimeSpan? Left => _due is { } due ? Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) : null;

    /// <summary>The tree was changed, and is damaged or not.</summary>
    public void Changed(GoRootState state)
    {
        if (!options.Heal || state == GoRootState.Intact)
        {
            _due = null;
            return;
        }

        if (_healed != 0 && Stopwatch.GetElapsedTime(_healed) > s_lasting)
        {
            (_delay, _healed) = (options.HealDelay, 0);
        }

        _due = After(_delay);
    }

    /// <summary>A repair has been made, or tried.</summary>
    public void Done(bool succeeded)
    {
        _delay = _delay * 2 < options.LongestHealDelay ? _delay * 2 : options.LongestHealDelay;
        _healed = succeeded ? Stopwatch.GetTimestamp() : 0;
        _due = succeeded ? null : After(_delay);
    }

    /// <summary>Nothing is to be repaired for now.</summary>
    public void Pause() => _due = null;

    private static long After(TimeSpan delay) => Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency);
}
