using System.Text.RegularExpressions;

namespace GoToolchain.Testing;

/// <summary>
/// How a sidecar comes by its TCP port. Best is <see cref="FromLine"/>: the sidecar listens on port 0, the system gives it a port that nobody else
/// can have, and it prints which. <see cref="Free"/> is for a program that has to be told: it is as good as can be from outside, and not free of
/// races with programs that know nothing of this kit.
/// </summary>
public sealed class GoSidecarPort
{
    private GoSidecarPort(Regex? line, int number) => (Line, Number) = (line, number);

    /// <summary>
    /// A port that nobody uses. It is taken from below the range out of which systems give ports to connections (Linux from 32768, IANA from 49152);
    /// a lock between processes keeps other sidecars of this kit away from it, and when somebody else is faster, another one is tried. Stands for
    /// <c>{port}</c> in arguments and variables.
    /// </summary>
    public static GoSidecarPort Free { get; } = new(null, 0);

    internal Regex? Line { get; }

    internal int Number { get; }

    /// <summary>The sidecar prints it.</summary>
    /// <param name="pattern">
    /// A regular expression with a group <c>port</c>: <c>listening on \S+:(?&lt;port&gt;\d+)</c>. The first line that matches counts; the sidecar is not ready
    /// before.
    /// </param>
    public static GoSidecarPort FromLine(string pattern)
    {
        var line = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return line.GetGroupNames().Contains("port")
            ? new GoSidecarPort(line, 0)
            : throw new ArgumentException($"`{pattern}` has no group `port`.", nameof(pattern));
    }

    /// <summary>A number that cannot be chosen. Two tests that use the same one cannot run at the same time.</summary>
    /// <param name="number">From 1 to 65535. Stands for <c>{port}</c> in arguments and variables.</param>
    public static GoSidecarPort Fixed(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 65535);
        return new GoSidecarPort(null, number);
    }
}
