using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using GoToolchain.Testing.Sidecars;

namespace GoToolchain.Testing;

/// <summary>One thing that has to hold before a sidecar counts as ready. It is asked again and again until the deadline.</summary>
public sealed class GoReadiness
{
    private readonly Func<GoSidecarProcess, CancellationToken, Task<string?>> _check;

    private GoReadiness(string description, Func<GoSidecarProcess, CancellationToken, Task<string?>> check) =>
        (Description, _check) = (description, check);

    /// <summary>What is waited for: the end of a sentence that begins with <c>waited for</c>.</summary>
    public string Description { get; }

    /// <summary>Its port (<see cref="GoSidecarProcess.Port"/>) accepts connections on the loopback address.</summary>
    public static GoReadiness Port { get; } = new("its port to accept a connection", (s, c) => Connection.TryAsync(s.Port, c));

    /// <summary>A port accepts connections on the loopback address.</summary>
    /// <param name="number">Which.</param>
    public static GoReadiness PortNumber(int number) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"port {number} to accept a connection"),
            (_, cancel) => Connection.TryAsync(number, cancel)
        );

    /// <summary>It has printed a line with this text in it.</summary>
    /// <param name="text">Upper and lower case count.</param>
    public static GoReadiness Line(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return HasLine($"a line with `{text}`", line => line.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>It has printed a line that matches.</summary>
    /// <param name="pattern">Searched for in the line.</param>
    public static GoReadiness Line(Regex pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return HasLine($"a line that matches `{pattern}`", pattern.IsMatch);
    }

    /// <summary>It answers a request to its port with a status from 200 to 299.</summary>
    /// <param name="path">For example <c>/health</c>.</param>
    public static GoReadiness Http(string path = "/")
    {
        ArgumentNullException.ThrowIfNull(path);
        return new GoReadiness($"an HTTP answer to {path}", (s, cancel) => HttpProbe.TryAsync(new Uri(s.BaseAddress, path), cancel));
    }

    /// <summary>Something else holds.</summary>
    /// <param name="description">What: the end of a sentence that begins with <c>waited for</c>.</param>
    /// <param name="check">
    /// Says whether it does. <see cref="IOException"/>, <see cref="SocketException"/>, <see cref="HttpRequestException"/> and
    /// <see cref="TimeoutException"/> count as not yet; any other exception ends the start.
    /// </param>
    public static GoReadiness When(string description, Func<GoSidecarProcess, CancellationToken, Task<bool>> check)
    {
        ArgumentException.ThrowIfNullOrEmpty(description);
        ArgumentNullException.ThrowIfNull(check);
        return new GoReadiness(
            description,
            async (sidecar, cancel) =>
            {
                try
                {
                    return await check(sidecar, cancel).ConfigureAwait(false) ? null : "it does not hold";
                }
                catch (Exception e) when (e is IOException or SocketException or HttpRequestException or TimeoutException)
                {
                    return e.Message;
                }
            }
        );
    }

    /// <summary>Null when it holds; else why not, as far as is known.</summary>
    internal Task<string?> CheckAsync(GoSidecarProcess sidecar, CancellationToken cancel) => _check(sidecar, cancel);

    private static GoReadiness HasLine(string description, Func<string, bool> matches) =>
        new(description, (s, _) => Task.FromResult(s.Lines.Find(matches) is null ? "no line is" : null));
}
