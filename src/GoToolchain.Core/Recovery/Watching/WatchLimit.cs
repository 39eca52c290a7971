using System.Globalization;

namespace GoToolchain.Recovery.Watching;

/// <summary>Says which limit of the system is in the way of watching, what it is now, and how to raise it.</summary>
internal static class WatchLimit
{
    private const string Limits = "/proc/sys/";

    /// <summary>The coded failure.</summary>
    /// <param name="error">What inotify said.</param>
    /// <param name="root">GOROOT.</param>
    /// <param name="directories">How many of its directories are watched; null: there is not even an instance.</param>
    public static GoToolchainException Of(int error, string root, int? directories)
    {
        var (name, value) = Lowest(directories is null ? "instances" : "watches");
        var limit = name + (value is null ? "" : string.Create(CultureInfo.InvariantCulture, $" = {value}"));
        var what =
            directories is { } count
                ? string.Create(CultureInfo.InvariantCulture, $"only {count} of its directories can be watched ({limit})")
            : error == Inotify.NoInstanceLeft
                ? $"this user has no inotify instance left ({limit}), or this process no file descriptor (`ulimit -n`)"
            : string.Create(CultureInfo.InvariantCulture, $"inotify does not work here (error {error})");
        var wanted = directories is null ? Math.Max(512, (value ?? 128) * 2) : Math.Max(524_288, (value ?? 65_536) * 2);
        return new GoToolchainException(
            GoErrorCodes.WatchesExhausted,
            $"The GOROOT is looked at every other second instead of being watched: {what}.",
            root,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Let an administrator run `sysctl {name}={wanted}`, or end other programs that watch files (IDEs, for example)."
            )
        );
    }

    // The second holds for each user namespace, so in containers it may be the lower one.
    private static (string Name, long? Value) Lowest(string what)
    {
        var (common, own) = ($"fs.inotify.max_user_{what}", $"user.max_inotify_{what}");
        return Read(own) is { } value && (Read(common) is not { } other || value < other) ? (own, value) : (common, Read(common));
    }

    private static long? Read(string name)
    {
        try
        {
            return long.TryParse(File.ReadAllText(Limits + name.Replace('.', '/')).Trim(), CultureInfo.InvariantCulture, out var value)
                ? value
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
