namespace GoToolchain.Inspection.Linkage.Diagnoses;

/// <summary>
/// gccgo, the Go compiler of GCC, links every program against its own runtime, <c>libgo.so.N</c>, whose number changes with every release of GCC.
/// Go itself links no such library.
/// </summary>
internal sealed class Gccgo : ILinkageDiagnosis
{
    /// <summary>Whether a library is that runtime: <c>libgo.so.21</c>, <c>libgo-21.dll</c>, <c>libgo.21.dylib</c>.</summary>
    public static bool IsRuntime(string name)
    {
        var file = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var rest = file.StartsWith("libgo", StringComparison.OrdinalIgnoreCase) ? file["libgo".Length..] : "";
        rest = new string([.. rest.Where(c => !char.IsAsciiDigit(c))]).TrimEnd('.').ToLowerInvariant();
        return rest is ".so" or ".so.." or ".so." or "-.dll" or ".dylib" or "..dylib";
    }

    public IEnumerable<LinkageFinding> Look(ElfProcess process)
    {
        foreach (var by in process.Objects)
        {
            if (by.File.Needs.FirstOrDefault(n => IsRuntime(n.Name) && (n.IsFound || !process.IsForThisMachine)) is { } need)
            {
                yield return new LinkageFinding(
                    LinkageProblem.GccgoProgram,
                    LinkageSeverity.Note,
                    $"{by.File.Path} was built by gccgo, not by Go: it needs gccgo's runtime {need.Name}{(need.File is null ? "" : $", which is at {need.File.Path}")}.",
                    $"It runs only where the same release of gccgo's runtime is. {Rebuild}",
                    need.Name
                );
                yield break;
            }
        }
    }

    /// <summary>The runtime is not here.</summary>
    public static LinkageFinding Missing(ElfProcess process, LoadedObject by, LibraryNeed need) =>
        Missing(by == process.Main ? by.File.Path : $"{by.File.Path}, which {process.Main.File.Path} loads,", need, process.Host);

    /// <summary>The runtime is not here.</summary>
    /// <param name="who">The beginning of the sentence.</param>
    /// <param name="need">The runtime.</param>
    /// <param name="host">The machine.</param>
    public static LinkageFinding Missing(string who, LibraryNeed need, HostMachine host)
    {
        var instead = need.Rejected.Count > 0 ? $" ({need.Rejected[0].Path} will not do: {need.Rejected[0].Detail})" : "";
        return new LinkageFinding(
            LinkageProblem.GccgoRuntimeMissing,
            LinkageSeverity.Error,
            $"{who} was built by gccgo, not by Go, and gccgo's runtime {need.Name} is not here{instead}.",
            $"{Rebuild} Or: {LibraryPackages.Cure(host, need.Name)}",
            need.Name
        );
    }

    private const string Rebuild =
        "Build it again with the Go distribution (`gotoolchain exec -- go build`), whose programs need no such library.";
}
