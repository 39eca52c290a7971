using GoToolchain.MSBuild.Inputs;

namespace GoToolchain.MSBuild.Generating;

/// <summary>Everything that decides what <c>go generate</c> makes, as it is now.</summary>
/// <param name="Key">All but the content of files: arguments, environment, Go, the generate lines, and which files match.</param>
/// <param name="Files">The files that are read, and the tools.</param>
/// <param name="Outputs">The files that are made and are there.</param>
internal sealed record GenerateInputs(
    IReadOnlyList<(string What, string Digest)> Key,
    IReadOnlyList<InputFile> Files,
    IReadOnlyList<string> Outputs
)
{
    /// <summary>Looks at everything.</summary>
    public static GenerateInputs Look(GenerateDefinition definition, GoInstallation go, HostMachine host)
    {
        var outputs = definition.Outputs.SelectMany(o => o.Files()).ToHashSet(StringComparer.Ordinal);
        var directives = Directives.Read(definition.Job.Directory, definition.Packages);
        var inputs = definition.Inputs.SelectMany(i => i.Files()).Distinct().Where(f => !outputs.Contains(f)).ToList();
        var files = directives
            .Files.Where(f => !outputs.Contains(f))
            .Concat(inputs)
            .Concat(definition.Tools)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(InputFile.Read)
            .ToList();
        return new GenerateInputs(
            [
                .. BuildKey.Compute([definition.Job.Directory, .. definition.Arguments], definition.Variables, go, host),
                ("a go:generate line", BuildKey.Digest(directives.Lines)),
                ("the list of files that match Inputs", BuildKey.Digest(inputs)),
                ("what Outputs says", BuildKey.Digest(definition.Outputs.Select(o => o.ToString()))),
            ],
            files,
            [.. outputs.Order(StringComparer.Ordinal)]
        );
    }
}
