namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>Files built for different C libraries in one process.</summary>
internal sealed class CLibraryDiagnosis : ILinkageDiagnosis
{
    public IEnumerable<LinkageFinding> Look(ElfProcess process)
    {
        if (!process.IsDynamic)
        {
            yield break;
        }

        var library = process.Loader.CLibrary;
        foreach (var file in process.Objects.Where(o => o.File.Origin != LibraryOrigin.Loader))
        {
            var builtFor = LoaderChoice.BuiltFor(file.Links);
            if ((builtFor, library) is (CLibrary.Musl, CLibrary.Glibc) or (CLibrary.Glibc, CLibrary.Musl))
            {
                yield return new LinkageFinding(
                    LinkageProblem.MixedCLibraries,
                    LinkageSeverity.Error,
                    $"{file.File.Path} was built for {Words.Of(builtFor)}, and the process that it would be in runs on {Words.Of(library)}. {Symptom(library)}",
                    $"Build it against {Words.Of(library)}: on a system that has it, or with a compiler for it.",
                    file.File.Path
                );
                yield break;
            }
        }
    }

    private static string Symptom(CLibrary process) =>
        process == CLibrary.Glibc
            ? "Its own C library is not found, or `libc.so` turns out to be a text for the linker: `invalid ELF header`."
            : "musl takes the place of its C library and lacks symbols: `Error relocating …: symbol not found`.";
}
