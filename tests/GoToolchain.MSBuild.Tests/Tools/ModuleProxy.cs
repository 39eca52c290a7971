using System.IO.Compression;

namespace GoToolchain.MSBuild.Tests.Tools;

/// <summary>A module proxy in a directory (https://go.dev/ref/mod#goproxy-protocol), for <c>GOPROXY=file://…</c>.</summary>
/// <param name="directory">Where: absolute.</param>
internal sealed class ModuleProxy(string directory)
{
    public string Url => new Uri(directory).AbsoluteUri;

    /// <summary>Adds a version of a module.</summary>
    /// <param name="module">Its path, in lower case.</param>
    /// <param name="version">For example <c>v1.0.0</c>.</param>
    /// <param name="files">Path in the module and content; its go.mod is made.</param>
    public void Add(string module, string version, params (string Path, string Text)[] files)
    {
        var place = Path.Combine(directory, module, "@v");
        Directory.CreateDirectory(place);
        var goMod = $"module {module}\n\ngo 1.19\n";
        File.WriteAllText(Path.Combine(place, version + ".mod"), goMod);
        File.WriteAllText(Path.Combine(place, version + ".info"), $$"""{"Version":"{{version}}","Time":"2024-01-02T15:04:05Z"}""");
        File.AppendAllText(Path.Combine(place, "list"), version + "\n");
        using var zip = ZipFile.Open(Path.Combine(place, version + ".zip"), ZipArchiveMode.Create);
        foreach (var (path, text) in files.Prepend(("go.mod", goMod)))
        {
            using var writer = new StreamWriter(zip.CreateEntry($"{module}@{version}/{path}").Open());
            writer.Write(text);
        }
    }
}
