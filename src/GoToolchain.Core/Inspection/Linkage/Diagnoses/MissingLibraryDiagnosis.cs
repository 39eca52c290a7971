namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>A library is not found: says what is in its place, or where it could come from.</summary>
internal sealed class MissingLibraryDiagnosis : ILinkageDiagnosis
{
    // The first ones are what somebody can act on.
    private const int MostFindings = 50;

    public IEnumerable<LinkageFinding> Look(ElfProcess process)
    {
        if (!process.IsDynamic || !process.IsForThisMachine)
        {
            return [];
        }

        if (process.Main.Links.Interpreter is not null && !process.Loader.IsUsable)
        {
            // Without its loader nothing can be expected to be found; that it is from gccgo is still the better explanation.
            return process.Missing.Where(m => Gccgo.IsRuntime(m.Need.Name)).Select(m => Explain(process, m.By, m.Need, null));
        }

        var missing = process.Missing.Take(MostFindings).ToList();
        var packages = new InstalledPackages(process.Host, missing.Select(m => m.Need.Name));
        return missing.Select(m => Explain(process, m.By, m.Need, packages));
    }

    private static LinkageFinding Explain(ElfProcess process, LoadedObject by, LibraryNeed need, InstalledPackages? packages)
    {
        var needs = Words.Needs(process, by);
        if (need.Rejected.FirstOrDefault(r => r.Reason == LibraryRejectionReason.Damaged) is { } damaged)
        {
            return new LinkageFinding(
                LinkageProblem.LibraryDamaged,
                LinkageSeverity.Error,
                $"{needs} {need.Name}, and {Words.Of(damaged.Origin)} leads to {damaged.Path}, which is no library: {damaged.Detail}. There the loader gives up.",
                CureForDamaged(damaged),
                damaged.Path
            );
        }

        if (Gccgo.IsRuntime(need.Name))
        {
            return Gccgo.Missing(process, by, need);
        }

        if (need.Rejected.FirstOrDefault(r => r.Reason == LibraryRejectionReason.Unreadable) is { } unreadable)
        {
            return new LinkageFinding(
                LinkageProblem.LibraryUnreadable,
                LinkageSeverity.Error,
                $"{needs} {need.Name}, and {unreadable.Path} is there, but this user may not read it. The loader says that it is not there.",
                $"Give read permission: `chmod a+r {unreadable.Path}`, and `chmod a+rx` for the directories above it.",
                unreadable.Path
            );
        }

        if (need.Rejected.FirstOrDefault(r => r.Reason == LibraryRejectionReason.OtherMachine) is { } other)
        {
            return new LinkageFinding(
                LinkageProblem.LibraryOfOtherMachine,
                LinkageSeverity.Error,
                $"{needs} {need.Name}, and the only file of that name that the loader finds, {other.Path}, will not do: {other.Detail}. The loader says that it is not there, or `wrong ELF class`.",
                other.Origin == LibraryOrigin.LibraryPath
                    ? $"Take {Path.GetDirectoryName(other.Path)} out of LD_LIBRARY_PATH, and install the library for {process.Main.Links.Machine}."
                    : $"Install the library for {process.Main.Links.Machine}.",
                other.Path
            );
        }

        return MissingEverywhere(process, by, need, packages);
    }

    private static LinkageFinding MissingEverywhere(ElfProcess process, LoadedObject by, LibraryNeed need, InstalledPackages? packages)
    {
        var needs = Words.Needs(process, by);
        if (process.Loader.CLibrary == CLibrary.Glibc && LdSoConf.FindLibrary(process.Host, need.Name) is { } configured)
        {
            return new LinkageFinding(
                LinkageProblem.CacheOutOfDate,
                LinkageSeverity.Error,
                $"{needs} {need.Name}. It is at {configured}, in a directory that /etc/ld.so.conf names, but the loader's cache does not know it.",
                "Run `ldconfig` as root. Without root: put the directory into LD_LIBRARY_PATH, or link with `-Wl,-rpath`.",
                need.Name
            );
        }

        var installed = packages?.Find(need.Name);
        return new LinkageFinding(
            LinkageProblem.LibraryMissing,
            LinkageSeverity.Error,
            $"{needs} {need.Name}, which is in none of the places where its loader looks: `cannot open shared object file: No such file or directory`.{NoSuchPlaces(need)}",
            installed switch
            {
                { Exists: true } =>
                    $"It is at {installed.Path} (package {installed.Package}), where the loader does not look: put {Path.GetDirectoryName(installed.Path)} into LD_LIBRARY_PATH, or link with `-Wl,-rpath`.",
                { Exists: false } =>
                    $"The package {installed.Package} is installed and had it at {installed.Path}; somebody has deleted it. Install the package again: `apt install --reinstall {installed.Package}`.",
                null => LibraryPackages.Cure(process.Host, need.Name),
            },
            need.Name
        );
    }

    private static string NoSuchPlaces(LibraryNeed need)
    {
        var gone = need
            .Searched.Where(p => !p.Exists && p.Origin is (LibraryOrigin.RPath or LibraryOrigin.RunPath or LibraryOrigin.LibraryPath))
            .Take(3)
            .ToList();
        return gone.Count == 0
            ? ""
            : $" Of these, {string.Join(", ", gone.Select(p => $"{p.Place} ({Words.Of(p.Origin)})"))} {(gone.Count == 1 ? "does" : "do")} not exist.";
    }

    private static string CureForDamaged(LibraryRejection damaged) =>
        damaged.Origin == LibraryOrigin.LibraryPath
            ? $"Take {Path.GetDirectoryName(damaged.Path)} out of LD_LIBRARY_PATH, or put an intact library there."
            : "Put an intact library there: install its package again, or build it again.";
}
