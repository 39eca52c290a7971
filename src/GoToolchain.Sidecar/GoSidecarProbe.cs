using System.Net.Sockets;
using System.Text.RegularExpressions;
using GoToolchain.Sidecar.Supervision;

namespace GoToolchain.Sidecar;

/// <summary>A question to a running sidecar, for its readiness and its liveness.</summary>
public sealed class GoSidecarProbe
{
    private readonly Func<GoSidecarInstance, CancellationToken, Task<string?>> _check;

    private GoSidecarProbe(string description, Func<GoSidecarInstance, CancellationToken, Task<string?>> check) =>
        (Description, _check) = (description, check);

    /// <summary>What has to hold: the end of a sentence that begins with <c>waited for</c>.</summary>
    public string Description { get; }

    /// <summary>Its endpoint accepts a connection.</summary>
    public static GoSidecarProbe Connection { get; } =
        When(
            "its endpoint to accept a connection",
            async (instance, cancel) =>
            {
                await using ((await instance.ConnectAsync(cancel).ConfigureAwait(false)).ConfigureAwait(false))
                {
                    return true;
                }
            }
        );

    /// <summary>It answers a GET request to its endpoint with a status from 200 to 299.</summary>
    /// <param name="path">For example <c>/health</c>.</param>
    public static GoSidecarProbe Http(string path = "/")
    {
        ArgumentNullException.ThrowIfNull(path);
        return new GoSidecarProbe($"an HTTP answer to {path}", (instance, cancel) => HttpProbe.TryAsync(instance, path, cancel));
    }

    /// <summary>It has printed a line with this text in it. For readiness: lines are forgotten when it is ready.</summary>
    /// <param name="text">Upper and lower case count.</param>
    public static GoSidecarProbe Line(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return HasLine($"a line with `{text}`", line => line.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>It has printed a line that matches. For readiness: lines are forgotten when it is ready.</summary>
    /// <param name="pattern">Searched for in the line.</param>
    public static GoSidecarProbe Line(Regex pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return HasLine($"a line that matches `{pattern}`", pattern.IsMatch);
    }

    /// <summary>Something else holds.</summary>
    /// <param name="description">What: the end of a sentence that begins with <c>waited for</c>.</param>
    /// <param name="check">
    /// Says whether it does. <see cref="IOException"/>, <see cref="SocketException"/>, <see cref="HttpRequestException"/> and
    /// <see cref="TimeoutException"/> count as not yet; any other exception is a failure of the start.
    /// </param>
    public static GoSidecarProbe When(string description, Func<GoSidecarInstance, CancellationToken, Task<bool>> check)
    {
        ArgumentException.ThrowIfNullOrEmpty(description);
        ArgumentNullException.ThrowIfNull(check);
        return new GoSidecarProbe(
            description,
            async (instance, cancel) =>
            {
                try
                {
                    return await check(instance, cancel).ConfigureAwait(false) ? null : "it does not hold";
                }
                catch (Exception e) when (e is IOException or SocketException or HttpRequestException or TimeoutException)
                {
                    return e.Message;
                }
            }
        );
    }

    /// <summary>Null when it holds; else why not, as far as is known.</summary>
    internal Task<string?> CheckAsync(GoSidecarInstance instance, CancellationToken cancel) => _check(instance, cancel);

    private static GoSidecarProbe HasLine(string description, Func<string, bool> matches) =>
        new(description, (instance, _) => Task.FromResult(instance.Lines.Any(matches) ? null : "no line is"));
}
