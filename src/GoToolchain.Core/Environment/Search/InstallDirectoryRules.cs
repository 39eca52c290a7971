using GoToolchain.Locating;

namespace GoToolchain.Environments.Search;

/// <summary>
/// Where <c>go install</c> would write: GOBIN, else <c>bin</c> of the first entry of GOPATH, for another platform in a subdirectory of that
/// (cmd/go/internal/modload, <c>BinDir</c>; cmd/go/internal/load, <c>load.go</c>).
/// </summary>
internal static class InstallDirectoryRules
{
    /// <summary>Finds it.</summary>
    /// <param name="go">The configuration.</param>
    public static GoInstallDirectory Of(GoConfiguration go)
    {
        var values = new GoVariableValues(go);
        var isCross = values.Target != go.Host.Platform;
        if (go.Get("GOBIN") is { Length: > 0 } bin)
        {
            return !GoFilePath.IsAbsolute(bin)
                    ? Refused("GOBIN", $"GOBIN is `{bin}`, which is not an absolute path: `go install` refuses it.")
                : isCross ? Refused("GOBIN", $"`go install` refuses to put programs for {values.Target} into GOBIN.")
                : Found(go, bin, "GOBIN", null);
        }

        if (values.BinOfGoPath() is not { Length: > 0 } directory)
        {
            var home = GoUserDirectories.HomeVariable(go.Host);
            return Refused("GOPATH", $"There is no GOPATH and no {home} to make it of: `go install` has no place to write to.");
        }

        var first = GoFilePath.SplitList(values.GoPath)[0];
        if (!GoFilePath.IsAbsolute(first))
        {
            return Refused("GOPATH", $"GOPATH begins with `{first}`, which is not an absolute path: every `go` command refuses it.");
        }

        var problem =
            go.Root.Length > 0 && GoFilePath.Clean(first) == GoFilePath.Clean(go.Root)
                ? $"GOPATH is GOROOT ({first}): programs would be installed among Go's own, and modules inside the Go tree."
            : isCross ? $"It is the directory for programs of {values.Target}."
            : null;
        return Found(go, isCross ? GoFilePath.Join(directory, $"{values.Target.Os}_{values.Target.Arch}") : directory, "GOPATH", problem);
    }

    private static GoInstallDirectory Refused(string source, string problem) => new(null, source, false, problem);

    private static GoInstallDirectory Found(GoConfiguration go, string directory, string source, string? problem)
    {
        var links = new LinkResolver();
        var resolved = links.Resolve(GoFilePath.Clean(directory));
        var isOnPath = go.Host.SearchPath.Any(entry => links.Resolve(GoFilePath.Clean(entry)) == resolved);
        return new GoInstallDirectory(directory, source, isOnPath, problem);
    }
}
