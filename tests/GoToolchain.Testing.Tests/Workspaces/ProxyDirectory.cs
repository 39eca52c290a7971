using System.IO.Compression;

namespace GoToolchain.Testing.Tests.Workspaces;

/// <summary>Writes a module proxy into a directory (https://go.dev/ref/mod#goproxy-protocol).</summary>
internal static class ProxyDirectory
{
    public static void AddModule(string root, string module, string version, params (string Path, string Text)[] files)
    {
        var directory = Directory.CreateDirectory(Path.Combine(root, module, "@v")).FullName;
        var mod = $"module {module}\n\ngo 1.19\n";
        File.WriteAllText(Path.Combine(directory, "list"), version + "\n");
        File.WriteAllText(Path.Combine(directory, version + ".info"), $$"""{"Version":"{{version}}","Time":"2024-01-02T03:04:05Z"}""");
        File.WriteAllText(Path.Combine(directory, version + ".mod"), mod);
        using var archive = ZipFile.Open(Path.Combine(directory, version + ".zip"), ZipArchiveMode.Create);
        foreach (var (path, text) in files.Append(("go.mod", mod)))
        {
            using var writer = new StreamWriter(archive.CreateEntry($"{module}@{version}/{path}").Open());
            writer.Write(text);
        }
    }
}
