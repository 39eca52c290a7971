namespace GoToolchain.Sidecar.Supervision;

/// <summary>Refuses options that make no sense, before anything is started.</summary>
internal static class OptionsCheck
{
    /// <exception cref="GoSidecarException"><see cref="GoSidecarErrorCodes.InvalidOptions"/>.</exception>
    public static void Check(string sidecar, GoSidecarHostOptions options)
    {
        var problem = Problems(options).FirstOrDefault();
        if (problem is not null)
        {
            throw new GoSidecarException(
                GoSidecarErrorCodes.InvalidOptions,
                sidecar,
                $"The options of the sidecar {sidecar} make no sense: {problem} Change them where the sidecar is added."
            );
        }
    }

    private static IEnumerable<string> Problems(GoSidecarHostOptions o)
    {
        foreach (
            var (name, value) in ((string, TimeSpan)[])
                [
                    (nameof(o.ReadyTimeout), o.ReadyTimeout),
                    (nameof(o.StopTimeout), o.StopTimeout),
                    (nameof(o.ConnectTimeout), o.ConnectTimeout),
                    (nameof(o.RestartDelay), o.RestartDelay),
                    (nameof(o.MaxRestartDelay), o.MaxRestartDelay),
                    (nameof(o.StableAfter), o.StableAfter),
                ]
        )
        {
            // The longest that a timer of .NET can wait.
            if (value < TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue)
            {
                yield return $"{name} is {value}, which is no time to wait.";
            }
        }

        if (o.LivenessInterval <= TimeSpan.Zero || o.LivenessInterval.TotalMilliseconds > int.MaxValue)
        {
            yield return $"{nameof(o.LivenessInterval)} is {o.LivenessInterval}, and has to be longer than nothing.";
        }

        if (o.LivenessFailures < 1)
        {
            yield return $"{nameof(o.LivenessFailures)} is {o.LivenessFailures}, and has to be at least 1.";
        }

        if (o.MaxRestarts < 0)
        {
            yield return $"{nameof(o.MaxRestarts)} is {o.MaxRestarts}, and has to be at least 0.";
        }

        if (o.Endpoint is null)
        {
            yield return $"{nameof(o.Endpoint)} is null. For none there is GoSidecarEndpoint.None.";
        }

        if (o.WorkingDirectory is not null && !Path.IsPathFullyQualified(o.WorkingDirectory))
        {
            yield return $"{nameof(o.WorkingDirectory)} is `{o.WorkingDirectory}`, and has to be absolute.";
        }
    }
}
