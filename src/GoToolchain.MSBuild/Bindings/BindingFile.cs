using System.Globalization;
using System.Text.RegularExpressions;
using GoToolchain.MSBuild.Bindings.GoSources;
using GoToolchain.MSBuild.Bindings.Header;
using GoToolchain.MSBuild.Bindings.Model;
using GoToolchain.MSBuild.Bindings.Support;
using GoToolchain.MSBuild.Bindings.Writing;
using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Inputs;
using GoToolchain.Store;

namespace GoToolchain.MSBuild.Bindings;

/// <summary>The C# file with the bindings of one library, and the record that says of what it was made.</summary>
/// <param name="file">The file: absolute.</param>
/// <param name="definition">The library, which has been built.</param>
/// <param name="settings">What the project says about its bindings.</param>
internal sealed partial class BindingFile(string file, GoBuildDefinition definition, BindingSettings settings)
{
    private readonly string _record = file + ".inputs";

    /// <summary>Whether it is what it would be if it were made now. Reads the record and asks the file system.</summary>
    public bool IsCurrent()
    {
        if (!File.Exists(file) || !File.Exists(_record))
        {
            return false;
        }

        var lines = File.ReadAllLines(_record);
        return lines.Length > 1 && lines[0] == Head() && lines.Skip(1).All(RecordLine.IsUnchanged);
    }

    /// <summary>Makes it. A file that says the same already is left alone.</summary>
    /// <returns>Warnings.</returns>
    public IReadOnlyList<GoDiagnostic> Write()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Delete(_record);
        var header = CHeaderReader.Read(File.Exists(definition.Header) ? File.ReadAllText(definition.Header) : "");
        var source = GoPackageSource.Read(definition.Directory);
        var model = BindingBuilder.Build(
            settings with
            {
                Fingerprint = settings.Fingerprint is null ? null : Fingerprint(),
            },
            header,
            source
        );
        WholeFile.Write(file, BindingWriter.Write(model));
        return model.Warnings;
    }

    /// <summary>Lets the next build see that nothing has changed.</summary>
    public void Record() => WholeFile.Write(_record, string.Join('\n', [Head(), .. Inputs(), ""]));

    private IEnumerable<string> Inputs() =>
        Directory
            .EnumerateFiles(definition.Directory, "*.go")
            .Order(StringComparer.Ordinal)
            .Append(definition.Header)
            .Append(BindingOverlay.SupportFile(definition))
            .Select(f => RecordLine.Of(InputFile.Read(f)))
            .Append(RecordLine.Of(InputListing.Read(definition.Directory, ListingKind.Sources)));

    // Another build of this package may write other code.
    private string Head() =>
        BuildKey.Digest([definition.Header, settings.ToString(), typeof(BindingFile).Module.ModuleVersionId.ToString()]);

    // The one in the library: of the exports as they were when it was compiled.
    private ulong? Fingerprint() =>
        BindingOverlay.SupportFile(definition) is var support
        && File.Exists(support)
        && FingerprintNumber().Match(File.ReadAllText(support)) is { Success: true } match
            ? ulong.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("C[.]uint64_t [{] return 0x([0-9a-f]{16}) [}]", RegexOptions.CultureInvariant)]
    private static partial Regex FingerprintNumber();
}
