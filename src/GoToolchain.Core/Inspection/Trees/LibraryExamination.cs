using System.Globalization;
using GoToolchain.Inspection.Rules;

namespace GoToolchain.Inspection.Trees;

/// <summary>Examines the sources of the standard library of a GOROOT by their names, and those that every program needs by their sizes.</summary>
/// <param name="tree">The GOROOT.</param>
/// <param name="version">The version of its sources.</param>
internal sealed class LibraryExamination(ExaminedTree tree, GoVersion version)
{
    // Beyond this many, one finding for all says more than one for each.
    private const int MostSingle = 6;

    // Fewer than this many files of a newer version may have come with a patch.
    private const int ProvenBy = 3;

    private readonly StandardLibrary _library = StandardLibrary.Instance;
    private readonly LibraryExpectation _expectation = new(StandardLibrary.Instance, version);

    /// <summary>Does it.</summary>
    /// <param name="threads">On how many threads: 1 is this one.</param>
    public void Run(int threads)
    {
        // What is wrong with `src` as a whole was said by the rules about the directories in it.
        if (tree.Look(GoRootArea.Library, "src", GoRootHarm.Everything) is not { Kind: FileKind.Directory })
        {
            return;
        }

        var scan = new LibraryScan(_expectation, tree.Platform);
        scan.Run(_library.Root, tree["src"], threads);
        AddMissingPackages(scan.MissingPackages);
        AddMissingFiles(scan.MissingFiles);
        AddBadFiles(scan.BadFiles);
        AddLeftovers(scan.ForeignPackages, scan.ForeignFiles);
        AddStrangers(scan.Strangers);
        AddOverfull(scan.Overfull);
    }

    private void AddMissingPackages(List<LibraryDirectory> packages)
    {
        // A directory that is gone takes all in it along: that is one loss.
        var gone = packages.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        var missing = packages.Where(p => !Ancestors(p.Path).Any(gone.Contains)).ToList();
        if (missing.Count <= MostSingle)
        {
            foreach (var directory in missing.Where(p => !HasRule(p.Path)))
            {
                var inside = packages.Count(p => Ancestors(p.Path).Contains(directory.Path, StringComparer.Ordinal));
                var what = inside switch
                {
                    0 => "is missing or holds no Go source",
                    1 => "and a package in it are missing",
                    _ => $"and the {inside} packages in it are missing",
                };
                var harm = HarmOf(directory);
                var sentence = $"src/{directory.Path} {what}: {LossOf(directory, harm)}.";
                tree.Add(GoRootArea.Library, GoRootFindingKind.Missing, "src/" + directory.Path, sentence, harm);
            }

            return;
        }

        // First what everybody knows.
        var first = packages
            .OrderByDescending(HarmOf)
            .ThenBy(p => p.Path.Contains("internal", StringComparison.Ordinal))
            .ThenBy(p => p.Path.Length);
        var names = first.Select(p => p.Path).Take(4).ToList();
        var worst = packages.Max(HarmOf);
        var loss = worst == GoRootHarm.Everything ? "nothing can be compiled" : "programs that need them cannot be compiled";
        var all = $"{packages.Count} packages of the standard library are missing from src, {string.Join(", ", names)} among them: {loss}.";
        tree.Add(GoRootArea.Library, GoRootFindingKind.Missing, "src", all, worst);
    }

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            yield return path[..slash];
        }
    }

    // Those have been missed already, unless the directory is there and has lost its files.
    private bool HasRule(string path) =>
        GoRootRules.Landmarks.Any(r => r.Pattern == "src/" + path) && !Directory.Exists(tree["src/" + path]);

    private void AddMissingFiles(List<(LibraryDirectory Directory, string Name)> files)
    {
        var packages = files.GroupBy(f => f.Directory).ToList();
        foreach (var package in packages.Take(MostSingle))
        {
            var names = package.Select(f => f.Name).Order(StringComparer.Ordinal).ToList();
            var harm = HarmOf(package.Key);
            var sentence = $"src/{package.Key.Path} lacks {Names(names)}: {LossOf(package.Key, harm)}.";
            tree.Add(GoRootArea.Library, GoRootFindingKind.Missing, $"src/{package.Key.Path}/{names[0]}", sentence, harm);
        }

        if (packages.Count > MostSingle)
        {
            var rest = packages.Skip(MostSingle).ToList();
            var sentence = $"{rest.Count} more packages of the standard library lack files, {Names([.. rest.Select(p => p.Key.Path)])}.";
            tree.Add(GoRootArea.Library, GoRootFindingKind.Missing, "src", sentence, rest.Max(p => HarmOf(p.Key)));
        }
    }

    private void AddBadFiles(List<(string Path, GoRootFindingKind Kind, string Problem)> files)
    {
        foreach (var (path, kind, problem) in files.Take(MostSingle))
        {
            tree.Add(GoRootArea.Library, kind, path, $"{path} {problem}: no program that needs it can be compiled.", GoRootHarm.Everything);
        }

        foreach (var rest in files.Skip(MostSingle).GroupBy(f => f.Kind))
        {
            var sentence = $"The same is true of {Names([.. rest.Select(f => f.Path)])}: {rest.First().Problem}.";
            tree.Add(GoRootArea.Library, rest.Key, rest.First().Path, sentence, GoRootHarm.Everything);
        }
    }

    private void AddLeftovers(List<LibraryDirectory> packages, List<(LibraryDirectory Directory, LibraryFile File)> files)
    {
        var sets = packages.Select(p => p.Package!.Trees).Concat(files.Select(f => f.File.Trees)).ToList();
        if (sets.Count == 0 || (sets.Count < ProvenBy && sets.TrueForAll(_expectation.IsDoubtful)))
        {
            return;
        }

        // Files come first: they break a package that was whole.
        List<string> paths = [.. files.Select(f => $"src/{f.Directory.Path}/{f.File.Name}"), .. packages.Select(p => "src/" + p.Path)];
        var sentence =
            $"{Names(paths)} {(paths.Count == 1 ? "is" : "are")} of {OwnerOf(sets)}, not of Go {version}: one version was unpacked over another, "
            + (
                files.Count > 0
                    ? "and packages are compiled from files of both."
                    : "and packages that this one does not have can be imported."
            );
        tree.Add(
            GoRootArea.Leftovers,
            GoRootFindingKind.Leftover,
            paths[0],
            sentence,
            files.Count > 0 ? GoRootHarm.Everything : GoRootHarm.Part
        );
    }

    private void AddStrangers(List<string> files)
    {
        if (files.Count > 0)
        {
            var sentence = $"No release of Go has {Names(files)} in its standard library: what is in there is compiled into the package.";
            tree.Add(GoRootArea.Leftovers, GoRootFindingKind.Stranger, files[0], sentence, GoRootHarm.Slight);
        }
    }

    private void AddOverfull(List<string> directories)
    {
        foreach (var directory in directories)
        {
            var sentence = string.Create(
                CultureInfo.InvariantCulture,
                $"{directory} holds more than {LibraryScan.MostEntries:N0} files, and no release of Go has nearly so many: it was not examined."
            );
            tree.Add(GoRootArea.Leftovers, GoRootFindingKind.Stranger, directory, sentence, GoRootHarm.Part);
        }
    }

    // The newest line that has them all: what was there before usually was one whole tree.
    private string OwnerOf(List<ReleaseSet> sets)
    {
        var common = sets.Aggregate((a, b) => a.And(b));
        var index = _library.Releases.Count - 1;
        while (index >= 0 && !common.Has(index))
        {
            index--;
        }

        return index < 0 ? "other versions of Go" : $"another version such as Go {_library.Releases[index].Line}";
    }

    private GoRootHarm HarmOf(LibraryDirectory directory) =>
        _expectation.IsNeededByAll(directory.Package!) ? GoRootHarm.Everything : GoRootHarm.Part;

    private static string LossOf(LibraryDirectory directory, GoRootHarm harm) =>
        harm == GoRootHarm.Everything ? "nothing can be compiled" : $"programs that need the package {directory.Path} cannot be compiled";

    private static string Names(List<string> names) =>
        names.Count <= 3
            ? string.Join(names.Count == 2 ? " and " : ", ", names)
            : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";
}
