namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>
/// A shared library written in Go, for musl: its thread-local storage is one that musl does not give to libraries that are loaded later, and its
/// start-up code gets no arguments (golang/go#54805, golang/go#13492).
/// </summary>
internal sealed class GoSharedLibraryDiagnosis : ILinkageDiagnosis
{
    public IEnumerable<LinkageFinding> Look(ElfProcess process)
    {
        if (process.Loader.CLibrary != CLibrary.Musl || !process.IsDynamic)
        {
            yield break;
        }

        foreach (var library in process.Objects.Where(o => o.Links.Interpreter is null && o.File.Origin != LibraryOrigin.Loader))
        {
            if (GoBinaryFile.Inspect(library.File.Path) is { BuildInfo: not null })
            {
                yield return new LinkageFinding(
                    LinkageProblem.GoSharedLibraryOnMusl,
                    LinkageSeverity.Error,
                    $"{library.File.Path} is a shared library written in Go, which musl cannot load into a running process: `initial-exec TLS resolves to dynamic definition`, or a crash.",
                    "Run the Go code as a process of its own (a sidecar), or on a system with the GNU C library.",
                    library.File.Path
                );
            }
        }
    }
}
