namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>A program of another operating system: nothing is wrong with it, but it does not start here.</summary>
internal static class ForeignSystemDiagnosis
{
    /// <summary>Says so, when it is one.</summary>
    /// <param name="path">The program.</param>
    /// <param name="os">The GOOS that it is for.</param>
    /// <param name="name">The name of that system, for people.</param>
    /// <param name="host">The machine.</param>
    public static IEnumerable<LinkageFinding> Of(string path, string os, string name, HostMachine host) =>
        host.Platform.Os == os
            ? []
            :
            [
                new LinkageFinding(
                    LinkageProblem.WrongMachine,
                    LinkageSeverity.Note,
                    $"{path} is for {name}, and this machine is {host.Platform}. To start it fails with `Exec format error`.",
                    $"Build it for this machine: `GOOS={host.Platform.Os} GOARCH={host.Platform.Arch} go build`.",
                    path
                ),
            ];
}
