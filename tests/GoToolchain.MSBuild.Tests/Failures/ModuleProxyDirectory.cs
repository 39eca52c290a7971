using System.IO.Compression;

namespace GoToolchain.MSBuild.Tests.Failures;

/// <summary>A module proxy on disk (https://go.dev/ref/mod#goproxy-protocol) with one version of one module.</summary>
internal static class ModuleProxyDirectory
{
    private const string Module = "module example.com/lib\n\ngo 1.19\n";

    /// <summary>Writes <c>example.com/lib@v1.0.0</c>.</summary>
    /// <param name="directory">Where to: absolute.</param>
    /// <returns>What GOPROXY has to be.</returns>
    public static string Write(string directory)
    {
        var versions = Directory.CreateDirectory(Path.Combine(directory, "example.com", "lib", "@v")).FullName;
        File.WriteAllText(Path.Combine(versions, "list"), "v1.0.0\n");
        File.WriteAllText(Path.Combine(versions, "v1.0.0.info"), """{"Version":"v1.0.0","Time":"2024-02-03T04:05:06Z"}""");
        File.WriteAllText(Path.Combine(versions, "v1.0.0.mod"), Module);
        using var zip = ZipFile.Open(Path.Combine(versions, "v1.0.0.zip"), ZipArchiveMode.Create);
        Add(zip, "go.mod", Module);
        Add(zip, "lib.go", "package lib\n\nfunc F() {}\n");
        return new Uri(directory).AbsoluteUri;
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry("example.com/lib@v1.0.0/" + name).Open());
        writer.Write(text);
    }
}
