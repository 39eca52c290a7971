namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>The loader that a program names is not there, or is none. The kernel's answer is "No such file or directory", about the program.</summary>
internal sealed class InterpreterDiagnosis : ILinkageDiagnosis
{
    public IEnumerable<LinkageFinding> Look(ElfProcess process)
    {
        if (process.Main.Links.Interpreter is not { } written || process.Loader.IsUsable || !process.IsForThisMachine)
        {
            yield break;
        }

        var file = process.Main.File.Path;
        var found = process.Loader.Found;
        if (found.Outcome != ElfProbeOutcome.Missing)
        {
            yield return new LinkageFinding(
                LinkageProblem.InterpreterUnusable,
                LinkageSeverity.Error,
                $"{file} asks for the loader {written}, and that cannot be used: {found.Detail}.",
                "Install the C library of this machine again.",
                written
            );
            yield break;
        }

        var symptom = $"To start it fails with `No such file or directory` (bash: `required file not found`), although it exists";
        var other = OtherLibrary(process);
        yield return other is null
            ? new LinkageFinding(
                LinkageProblem.InterpreterMissing,
                LinkageSeverity.Error,
                $"{file} asks for the loader {written}, which does not exist. {symptom}.",
                Cure(process, written),
                written
            )
            : new LinkageFinding(
                LinkageProblem.WrongCLibrary,
                LinkageSeverity.Error,
                $"{file} was built for {Words.Of(process.Loader.CLibrary)} (loader {written}), and this machine has {Words.Of(other.Value)}. {symptom}.",
                CureForOther(process.Loader.CLibrary),
                written
            );
    }

    private static CLibrary? OtherLibrary(ElfProcess process)
    {
        var (arch, wanted) = (process.Main.Links.Machine.Arch, process.Loader.CLibrary);
        var other = wanted switch
        {
            CLibrary.Glibc => Musl.MuslAbi.Loader(arch),
            CLibrary.Musl => Glibc.GlibcAbi.Loader(arch),
            _ => null,
        };
        return other is not null && FileFacts.Of(process.Host.Rooted(other)).Kind == FileKind.File
            ? wanted == CLibrary.Glibc
                ? CLibrary.Musl
                : CLibrary.Glibc
            : null;
    }

    private static string CureForOther(CLibrary wanted) =>
        wanted == CLibrary.Musl
            ? "Build it on this system, or without cgo (`CGO_ENABLED=0`), which needs no C library; or install musl (Debian, Ubuntu: `apt install musl`)."
            : "Build it on this system, or without cgo (`CGO_ENABLED=0`), which needs no C library. The package gcompat of Alpine runs some such programs.";

    private static string Cure(ElfProcess process, string written) =>
        written.StartsWith("/nix/", StringComparison.Ordinal)
            ? "It was built inside Nix: build it outside, or without cgo (`CGO_ENABLED=0`)."
        : process.Main.Links.Machine.Arch == "386" && process.Host.Platform.Arch == "amd64"
            ? "Install the 32-bit C library (Debian, Ubuntu: `dpkg --add-architecture i386`, then `apt install libc6:i386`), or build it for amd64."
        : process.Loader.CLibrary == CLibrary.Other
            ? "It was built for another operating system or C library: build it for this one, or without cgo (`CGO_ENABLED=0`)."
        : "Install the C library that it was built for, or build it without cgo (`CGO_ENABLED=0`), which needs none.";
}
