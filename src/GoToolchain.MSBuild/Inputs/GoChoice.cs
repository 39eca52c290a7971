using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain.MSBuild.Inputs;

/// <summary>
/// All that decides which Go is used for a directory and can be looked at without looking for Go. The settings of the project are in its request,
/// those of the environment in the environment.
/// </summary>
internal static class GoChoice
{
    private static readonly string[] s_files =
    [
        GoToolchainJsonFile.Name,
        GoLockFile.Name,
        GoModFile.WorkspaceName,
        GoModFile.ModuleName,
        ".go-version",
        ".tool-versions",
        "mise.toml",
        ".mise.toml",
    ];

    /// <summary>The files that name a version, as lines of a record. Those that are not there too, for a new one counts.</summary>
    /// <param name="directory">The directory of the Go code: absolute.</param>
    public static IReadOnlyList<string> Files(string directory)
    {
        var lines = new List<string>();
        foreach (var at in ModuleFiles.Upwards(directory))
        {
            foreach (var name in s_files)
            {
                lines.Add(RecordLine.Of(InputFile.Read(Path.Combine(at, name))));
            }
        }

        return lines;
    }

    /// <summary>Nothing on the machine but the store decides: a Go that appears somewhere else is no reason to use it.</summary>
    public static bool IsSettled(GoInstallation go, GoPreference preference) =>
        go.Candidate.Origins[0] == GoOrigin.Explicit
        || (go.Candidate.IsManaged && preference is GoPreference.Managed or GoPreference.OnlyManaged);

    /// <summary>The Go itself, and what stands beside it in the store.</summary>
    public static IEnumerable<string> Toolchain(GoInstallation go) =>
        [
            RecordLine.Of(InputListing.Read(Path.GetDirectoryName(go.Root)!, ListingKind.All)),
            RecordLine.Of(InputFile.Read(Path.Combine(go.Root, "VERSION"))),
            RecordLine.Of(InputFile.Read(go.GoExecutable)),
        ];

    /// <summary>The C compiler, and every place where another one may turn up.</summary>
    public static IEnumerable<string> Compiler(GoCCompiler compiler, HostMachine host) =>
        host
            .SearchPath.Select(d => RecordLine.Of(InputListing.Read(d, ListingKind.Change)))
            .Prepend(RecordLine.Of(InputFile.Read(compiler.Program)));
}
