using GoToolchain.Environments;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Is GOPROXY a list of module proxies? (cmd/go/internal/modfetch, <c>proxyList</c>)</summary>
internal sealed class ModuleProxyCheck : SurroundingCheck
{
    public override string Id => "env.proxy";

    public override string Title => "GOPROXY is a list of proxies";

    protected override string Ran => "take GOPROXY apart";

    protected override string Expected => "direct, off, and http, https or file URLs";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        if (SetVariable.Find(surroundings, "GOPROXY") is { } proxy)
        {
            if (Problem(proxy.Value) is { } problem)
            {
                yield return proxy.Finding(
                    GoErrorCodes.InvalidModuleProxy,
                    $"{problem}: no module can be fetched",
                    $"Write URLs with `,` between them, and direct or off at the end. {proxy.Cure}"
                );
            }
        }
        else if (surroundings.Go.Find("GOPROXY") is { Value: "", Place: { } place } && surroundings.Values.Of("GOPROXY").Length == 0)
        {
            yield return new HealthFinding(
                GoErrorCodes.InvalidModuleProxy,
                $"{place} sets GOPROXY to nothing, which hides Go's own default: no module can be fetched.",
                $"Remove the line {place}."
            )
            {
                Place = place,
                Fix = GoEnvFileFix.Unset(context.Host, surroundings.Go.UserFile, "GOPROXY"),
            };
        }
    }

    private static string? Problem(string list)
    {
        var isEmpty = true;
        foreach (var entry in list.Split(',', '|').Select(e => e.Trim()).Where(e => e.Length > 0))
        {
            isEmpty = false;
            if (entry is "off" or "direct")
            {
                // Go looks no further.
                return null;
            }

            if (ProblemOf(entry) is { } problem)
            {
                return problem;
            }
        }

        return isEmpty ? "which holds no entry" : null;
    }

    private static string? ProblemOf(string entry)
    {
        var hasScheme = entry.Contains(":/", StringComparison.Ordinal);
        if (!hasScheme && !GoFilePath.IsAbsolute(entry) && entry.AsSpan().IndexOfAny(".:/") >= 0)
        {
            // Go puts https:// before it.
            return null;
        }

        if (!hasScheme)
        {
            return GoFilePath.IsAbsolute(entry)
                ? $"and `{entry}` is a path without file://"
                : $"and `{entry}` is neither a URL nor direct or off";
        }

        if (!Uri.TryCreate(entry, UriKind.Absolute, out var url))
        {
            return $"and `{entry}` is no URL";
        }

        return url.Scheme switch
        {
            "http" or "https" => null,
            "file" when url.Host.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0 => $"and `{entry}` holds more than a path",
            "file" => Directory.Exists(url.LocalPath) ? null : $"and the directory {url.LocalPath} does not exist",
            _ => $"and `{entry}` is no http, https or file URL",
        };
    }
}
