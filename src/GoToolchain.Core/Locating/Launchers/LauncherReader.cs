using GoToolchain.Inspection;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Locating.Launchers;

/// <summary>Says what a <c>go</c> is that no GOROOT surrounds, and what it leads to, without running it.</summary>
/// <param name="host">The machine.</param>
/// <param name="projectDirectory">Where files that choose a version are looked for, from there upwards; null: nowhere.</param>
internal sealed class LauncherReader(HostMachine host, string? projectDirectory)
{
    // The last two take whatever script or program the others leave.
    private static readonly ILauncher[] s_kinds =
    [
        new SnapLauncher(),
        new AsdfShim(),
        new GoenvShim(),
        new MiseShim(),
        new ProtoShim(),
        new HermitStub(),
        new ScoopShim(),
        new ScriptLauncher(),
        new GccgoCommand(),
    ];

    private readonly LauncherSearch _search = new(host, projectDirectory);

    /// <summary>Looks at a file.</summary>
    /// <param name="file">Absolute.</param>
    /// <returns>A candidate of its own, never <see cref="GoVerdict.Usable"/>.</returns>
    public GoSighting Explain(string file)
    {
        try
        {
            var facts = FileFacts.Of(file);
            if (facts.Kind == FileKind.DanglingLink)
            {
                return ToSighting(file, new LauncherAnswer(GoVerdict.DanglingLink, $"{file} is a link that leads nowhere."));
            }

            var launcher = LauncherFile.Read(file, facts);
            return ToSighting(file, launcher.IsFile ? Explain(launcher) : NotAFile(file));
        }
        catch (GoToolchainException e) when (e.Code == GoErrorCodes.InvalidProjectFile)
        {
            return ToSighting(
                file,
                new LauncherAnswer(GoVerdict.Launcher, $"{file} is a shim, and what chooses its version makes no sense: {e.Problem}")
            );
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return ToSighting(file, new LauncherAnswer(GoVerdict.Unreadable, $"{file} cannot be read: {e.Message}"));
        }
    }

    private LauncherAnswer Explain(LauncherFile file)
    {
        foreach (var kind in s_kinds)
        {
            if (kind.Explain(file, _search) is { } answer)
            {
                return answer;
            }
        }

        var leads = file.Target == file.Path ? "" : $" It leads to {file.Target}.";
        var what = BuildInfoOf(file.Path) is { Path: "cmd/go" } own
            ? $"the go command of {own.GoVersion}, taken out of its tree"
            : "another program of that name";
        return new LauncherAnswer(GoVerdict.OtherProgram, $"{file.Path} has no GOROOT around it: {what}.{leads}");
    }

    private static GoBuildInfo? BuildInfoOf(string file)
    {
        using var source = FileByteSource.Open(file);
        return GoBuildInfoReader.Read(source, versionOnly: false).Info;
    }

    private static LauncherAnswer NotAFile(string file) =>
        new(GoVerdict.OtherProgram, $"{file} is empty, or a pipe, a socket or a device: nothing that can be started.");

    private static GoSighting ToSighting(string file, LauncherAnswer answer) =>
        new(file, file)
        {
            Doubt = answer.Verdict,
            Reason = answer.Reason,
            LeadsTo = answer.LeadsTo,
        };
}
