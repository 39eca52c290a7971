namespace GoToolchain.Sources.Proxy;

/// <summary>
/// What <c>GOPROXY</c> says (https://go.dev/ref/mod#environment-variables; cmd/go/internal/modfetch/proxy.go): proxies in order. After a comma the
/// next one is asked when one has no such file, after a bar on any error.
/// </summary>
/// <param name="Entries">In order; at least one.</param>
internal sealed record ModuleProxyList(IReadOnlyList<ModuleProxyEntry> Entries)
{
    public const string Default = "https://proxy.golang.org,direct";

    // To where `direct` leads for golang.org/toolchain: the answer of https://golang.org/toolchain?go-get=1.
    private static readonly Uri s_direct = new("https://go.dev/dl/mod");
    private static readonly Uri s_default = new("https://proxy.golang.org");

    /// <summary>No proxy: where Go itself goes for a toolchain that GONOPROXY matches.</summary>
    public static ModuleProxyList Direct { get; } = new([new ModuleProxyEntry(s_direct, IsDirect: true, FallsBackOnError: false)]);

    /// <summary>Somebody has named a proxy other than Go's own.</summary>
    public bool NamesAnother => Entries.Any(e => e is { IsDirect: false, Url: { } url } && url != s_default);

    /// <summary>The one file URL that Go takes toolchains from without asking the checksum database.</summary>
    public bool IsOneFile => Entries is [{ Url.IsFile: true }];

    /// <summary>Reads it.</summary>
    /// <param name="text">The value of the variable.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/>.</exception>
    public static ModuleProxyList Parse(string text)
    {
        var entries = new List<ModuleProxyEntry>();
        for (var rest = text; rest.Length > 0; )
        {
            var end = rest.IndexOfAny([',', '|']);
            var word = (end < 0 ? rest : rest[..end]).Trim();
            var fallsBackOnError = end >= 0 && rest[end] == '|';
            rest = end < 0 ? "" : rest[(end + 1)..];
            if (word.Length == 0)
            {
                continue;
            }

            entries.Add(new ModuleProxyEntry(ToUrl(word), word == "direct", fallsBackOnError));
            if (word is "off" or "direct")
            {
                break;
            }
        }

        return entries.Count > 0 ? new ModuleProxyList(entries) : throw Refuse(text, "it is a list without a single entry");

        Uri? ToUrl(string word)
        {
            if (word is "off" or "direct")
            {
                return word == "off" ? null : s_direct;
            }

            var isWord = !word.Contains(":/", StringComparison.Ordinal) && !Path.IsPathFullyQualified(word) && !word.StartsWith('/');
            var address = isWord && word.IndexOfAny(['.', ':', '/']) >= 0 ? "https://" + word : word;
            return
                Uri.TryCreate(address, UriKind.Absolute, out var url)
                && address.Contains(":/", StringComparison.Ordinal)
                && (
                    url.Scheme is "http" or "https"
                        ? url.Host.Length > 0
                        : url.IsFile && url.IsLoopback && Path.IsPathFullyQualified(url.LocalPath)
                )
                ? url
                : throw Refuse(
                    text,
                    $"`{GoVersion.Shorten(Redaction.WithoutPasswords(word))}` is not an http, https or file URL, `direct` or `off`"
                );
        }
    }

    /// <summary>Asks one after the other, by the rules of the list.</summary>
    /// <param name="ask">Asks one; null: it has no such file.</param>
    /// <returns>Null when none has such a file.</returns>
    /// <exception cref="GoToolchainException">One has failed that the list does not pass over, or the last one that was passed over.</exception>
    public async Task<T?> TryAsync<T>(Func<Uri, Task<T?>> ask)
        where T : class
    {
        GoToolchainException? failure = null;
        foreach (var entry in Entries)
        {
            if (entry.Url is null)
            {
                throw failure
                    ?? new GoToolchainException(
                        GoErrorCodes.DownloadsForbidden,
                        "The module proxy is switched off by GOPROXY=off.",
                        "GOPROXY",
                        "Set GOPROXY to the address of a module proxy."
                    );
            }

            try
            {
                if (await ask(entry.Url).ConfigureAwait(false) is { } found)
                {
                    return found;
                }
            }
            catch (GoToolchainException e) when (entry.FallsBackOnError)
            {
                failure = e;
            }
        }

        return failure is null ? null : throw failure;
    }

    private static GoToolchainException Refuse(string text, string problem) =>
        new(
            GoErrorCodes.InvalidSetting,
            $"GOPROXY is `{GoVersion.Shorten(Redaction.WithoutPasswords(text))}`: {problem}.",
            "GOPROXY",
            "Correct it; where it is set, `gotoolchain env explain` says."
        );
}
