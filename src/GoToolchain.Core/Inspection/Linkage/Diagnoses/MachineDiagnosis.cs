namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>
/// The file is for another machine, or a program that may not be executed. The first is a note: whoever builds for other machines looks at such files.
/// </summary>
internal sealed class MachineDiagnosis : ILinkageDiagnosis
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public IEnumerable<LinkageFinding> Look(ElfProcess process)
    {
        var file = process.Main.File.Path;
        var platform = process.Host.Platform;
        if (!process.IsForThisMachine)
        {
            var system = platform.Os == "linux" ? "" : " on Linux or a BSD";
            yield return new LinkageFinding(
                LinkageProblem.WrongMachine,
                LinkageSeverity.Note,
                $"{file} is for {process.Main.Links.Machine}{system}, and this machine is {platform}. To start it fails with `Exec format error`.",
                $"Build it for this machine: `GOOS={platform.Os} GOARCH={platform.Arch} go build`.",
                file
            );
        }

        if (process.Main.Links.Interpreter is not null && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & AnyExecute) == 0)
        {
            yield return new LinkageFinding(
                LinkageProblem.NotExecutable,
                LinkageSeverity.Error,
                $"{file} is a program, but nobody has the permission to execute it. To start it fails with `Permission denied`.",
                $"Run `chmod +x {file}`.",
                file
            );
        }
    }
}
