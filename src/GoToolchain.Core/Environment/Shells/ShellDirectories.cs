using GoToolchain.Environments.Search;

namespace GoToolchain.Environments.Shells;

/// <summary>What a block puts on PATH, in that order: Go's programs, and what <c>go install</c> writes.</summary>
/// <param name="Host">The machine.</param>
/// <param name="All">The directories: absolute.</param>
internal sealed record ShellDirectories(HostMachine Host, IReadOnlyList<string> All)
{
    /// <summary>Those of a Go.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="go">The Go, whose settings say where <c>go install</c> writes; null: it is not there yet.</param>
    /// <param name="root">GOROOT, or the stable link that leads there: absolute.</param>
    /// <param name="remark">Why <c>go install</c> has no place of its own, or what is surprising about it.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.DirectoryNotForPath"/>.</exception>
    public static ShellDirectories Of(HostMachine host, GoCandidate? go, string root, out string? remark)
    {
        var install = InstallDirectoryRules.Of(GoConfiguration.Read(host, go));
        remark = install.Problem;
        var bin = Path.Combine(root, "bin");
        Require(host, bin);
        if (install.Path is { } installed && !IsFitFor(host, installed))
        {
            remark = $"{installed}, where `go install` writes ({install.Source}), cannot be an entry of PATH.";
            return new(host, [bin]);
        }

        return new(host, [.. new[] { bin, install.Path }.OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    private static void Require(HostMachine host, string directory)
    {
        if (!IsFitFor(host, directory))
        {
            throw new GoToolchainException(
                GoErrorCodes.DirectoryNotForPath,
                $"{directory} holds a character that an entry of PATH cannot have.",
                directory,
                "Make a stable link to it elsewhere: `gotoolchain link DIR`."
            );
        }
    }

    private static bool IsFitFor(HostMachine host, string directory) =>
        directory.AsSpan().IndexOfAny('\n', '\r', '\0') < 0
            && !directory.Contains(host.Platform.IsWindows ? ';' : ':', StringComparison.Ordinal)
        || (host.Platform.IsWindows && directory.AsSpan().IndexOfAny(";\n\r\"") < 0);
}
