using System.Text.Json;
using GoToolchain.MSBuild.Bindings.GoSources;
using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Inputs;
using GoToolchain.Store;
using Microsoft.Build.Framework;

namespace GoToolchain.MSBuild.Bindings.Support;

/// <summary>
/// What <c>go build -overlay</c> shows the compiler in place of, and besides, the files of a library: an own file with what the bindings need, and files whose
/// exports recover from panics. The directory of the library stays as it is.
/// </summary>
/// <param name="directory">Where the files are kept: absolute.</param>
/// <param name="replace">What they seem to be, each with its text.</param>
internal sealed class BindingOverlay(string directory, IReadOnlyDictionary<string, string> replace)
{
    private const string Folder = "overlay";

    /// <summary>The file for <c>-overlay</c>: absolute.</summary>
    public string File => Path.Combine(directory, "overlay.json");

    /// <summary>Of everything in it.</summary>
    public string Digest => BuildKey.Digest(replace.OrderBy(r => r.Key, StringComparer.Ordinal).SelectMany(r => new[] { r.Key, r.Value }));

    /// <summary>The file of ours among them, of the library that was built last: absolute.</summary>
    public static string SupportFile(GoBuildDefinition definition) =>
        Path.Combine(definition.OutputDirectory, Folder, SupportSource.FileName);

    /// <summary>Whether an item wants bindings.</summary>
    public static bool WantsBindings(ITaskItem item, GoItemKind kind, string projectFile) =>
        kind == GoItemKind.SharedLibrary && (new MetadataReader(kind, item, projectFile).Boolean("Bindings") ?? false);

    /// <summary>The one of an item; null when it needs none.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidBuildItem"/>.</exception>
    public static BindingOverlay? Of(ITaskItem item, GoBuildDefinition definition, string projectFile)
    {
        var recovers = new MetadataReader(definition.Kind, item, projectFile).Boolean("RecoverPanics") ?? false;
        if (
            definition.Kind != GoItemKind.SharedLibrary
            || !(recovers || WantsBindings(item, definition.Kind, projectFile))
            || !Directory.Exists(definition.Directory)
        )
        {
            return null;
        }

        var source = GoPackageSource.Read(definition.Directory);
        var replace = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Path.Combine(definition.Directory, SupportSource.FileName)] = SupportSource.Create(
                source.Fingerprint(),
                source.Exports.Select(e => e.Name)
            ),
        };
        foreach (var file in recovers ? source.Files : [])
        {
            if (RecoveringSource.Create(file) is { } text)
            {
                replace.Add(file.Path, text);
            }
        }

        return new BindingOverlay(Path.GetDirectoryName(SupportFile(definition))!, replace);
    }

    /// <summary>Writes what has changed of it.</summary>
    public void Write()
    {
        Directory.CreateDirectory(directory);
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("Replace");
            foreach (var (path, text) in replace.OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                var copy = Path.Combine(directory, Path.GetFileName(path));
                WholeFile.Write(copy, text);
                writer.WriteString(path, copy);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        WholeFile.Write(File, System.Text.Encoding.UTF8.GetString(json.ToArray()));
    }
}
