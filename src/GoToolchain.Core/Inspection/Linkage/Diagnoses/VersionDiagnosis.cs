namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>A library is found and lacks a symbol version that is needed: `version GLIBC_2.34 not found`.</summary>
internal sealed class VersionDiagnosis : ILinkageDiagnosis
{
    private const int MostFindings = 50;

    public IEnumerable<LinkageFinding> Look(ElfProcess process)
    {
        if (!process.Search.ChecksVersions || !process.IsDynamic)
        {
            return [];
        }

        var missing =
            from needing in process.Objects
            from need in needing.Links.VersionNeeds
            where !need.IsWeak
            let library = process.Find(need.Library)
            // A library without any versions only makes the loader complain.
            where library?.Links.Versions is { } defined && !defined.Contains(need.Version)
            group need.Version by (needing, library);
        return missing.Take(MostFindings).Select(m => Explain(process, m.Key.needing, m.Key.library, [.. m.Distinct()]));
    }

    private static LinkageFinding Explain(ElfProcess process, LoadedObject needing, LoadedObject library, string[] versions)
    {
        var isCLibrary = versions.All(v => v.StartsWith("GLIBC_", StringComparison.Ordinal));
        var newest = Newest(library.Links.Versions!, versions[0]);
        var has = newest is null ? "" : $" (its newest is {newest})";
        var wants = $"the version{(versions.Length == 1 ? "" : "s")} {string.Join(", ", versions)}";
        var message =
            $"{Words.Needs(process, needing)} {library.File.Name} with {wants}, and {library.File.Path} has none such{has}: `version '{versions[0]}' not found`.";
        return new LinkageFinding(
            isCLibrary ? LinkageProblem.CLibraryTooOld : LinkageProblem.LibraryTooOld,
            LinkageSeverity.Error,
            message,
            Cure(library, isCLibrary),
            library.File.Path
        );
    }

    private static string Cure(LoadedObject library, bool isCLibrary) =>
        library.File.Origin == LibraryOrigin.LibraryPath
            ? $"LD_LIBRARY_PATH leads to this library: take {Path.GetDirectoryName(library.File.Path)} out of it, or put the newer library there."
        : isCLibrary
            ? "It was linked on a newer system. Build it on this system or an older one, or without cgo (`CGO_ENABLED=0`), which needs no C library; or run it on a newer system."
        : "Install the newer library, or build against the one that is here.";

    private static string? Newest(IReadOnlySet<string> defined, string wanted)
    {
        var prefix = wanted[..(wanted.LastIndexOf('_') + 1)];
        return prefix.Length == 0
            ? null
            : defined
                .Where(v => v.StartsWith(prefix, StringComparison.Ordinal))
                .Select(v => (Name: v, Number: NumberOf(v[prefix.Length..])))
                .Where(v => v.Number is not null)
                .OrderByDescending(v => v.Number)
                .Select(v => v.Name)
                .FirstOrDefault();
    }

    private static Version? NumberOf(string text) =>
        Version.TryParse(text.Contains('.', StringComparison.Ordinal) ? text : text + ".0", out var number) ? number : null;
}
