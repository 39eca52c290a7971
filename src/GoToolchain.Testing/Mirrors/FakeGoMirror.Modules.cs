using GoToolchain.Testing.Mirrors;

namespace GoToolchain.Testing;

public sealed partial class FakeGoMirror
{
    private const string ToolchainModule = "golang.org/toolchain";

    /// <summary>Adds a version of a module to the proxy, and its checksums to the database.</summary>
    /// <param name="module">Its path, for example <c>example.com/greet</c>.</param>
    /// <param name="version">For example <c>v1.0.0</c>.</param>
    /// <param name="files">The text of each file by its path in the module, with forward slashes. Without a <c>go.mod</c>, one is made.</param>
    /// <returns>The path of its zip file.</returns>
    public string AddModule(string module, string version, IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return AddModule(module, version, ModuleZip.Create(module, version, files), ModuleZip.GoModOf(module, files));
    }

    /// <summary>Adds a version of a module that has been packed already.</summary>
    /// <param name="module">Its path, for example <c>golang.org/toolchain</c>.</param>
    /// <param name="version">For example <c>v1.0.0</c>.</param>
    /// <param name="zip">Its zip file (https://go.dev/ref/mod#zip-files).</param>
    /// <param name="goMod">The text of its <c>go.mod</c>.</param>
    /// <returns>The path of its zip file.</returns>
    public string AddModule(string module, string version, byte[] zip, string goMod)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(zip);
        ArgumentNullException.ThrowIfNull(goMod);
        _modules.Add(module, version, zip, goMod);
        Database.Add(module, version, ModuleHash.OfZip(zip), ModuleHash.OfGoMod(goMod));
        return ModuleFile(module, version, "zip");
    }

    /// <summary>Serves other files for a version than its checksums in the database are of, as a proxy does that was broken into.</summary>
    /// <param name="module">Its path.</param>
    /// <param name="version">A version that was added.</param>
    /// <param name="files">The text of each file by its path in the module.</param>
    public void ReplaceModule(string module, string version, IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        Serve(ModuleFile(module, version, "zip"), ModuleZip.Create(module, version, files));
    }

    /// <summary>
    /// Adds a Go release as the module <c>golang.org/toolchain</c>, in the form that <c>go</c> downloads: without <c>api</c>, <c>doc</c>, <c>misc</c>
    /// and <c>test</c>, each <c>go.mod</c> under the name <c>_go.mod</c> (cmd/distpack in Go's sources).
    /// </summary>
    /// <param name="version">For example <c>1.24.4</c>.</param>
    /// <param name="entries">The files, below <c>go/</c>, as in an archive: see <see cref="ReleaseArchive.Entries"/>.</param>
    /// <param name="platform">Null: this machine's.</param>
    /// <returns>The path of its zip file.</returns>
    public string AddToolchain(string version, IEnumerable<ArchiveEntry> entries, GoPlatform? platform = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var module = ToolchainVersion(version, platform);
        return AddModule(
            ToolchainModule,
            module,
            ModuleZip.OfToolchain($"{ToolchainModule}@{module}/", entries),
            $"module {ToolchainModule}\n"
        );
    }

    /// <summary>The path of a toolchain's zip file.</summary>
    /// <param name="version">For example <c>1.24.4</c>.</param>
    /// <param name="platform">Null: this machine's.</param>
    public static string ToolchainFile(string version, GoPlatform? platform = null) =>
        ModuleFile(ToolchainModule, ToolchainVersion(version, platform), "zip");

    /// <summary>The path of a file of the proxy.</summary>
    /// <param name="module">The path of the module.</param>
    /// <param name="version">For example <c>v1.0.0</c>.</param>
    /// <param name="extension"><c>zip</c>, <c>mod</c> or <c>info</c>.</param>
    public static string ModuleFile(string module, string version, string extension)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(version);
        return $"/proxy/{EscapedPath.Of(module)}/@v/{EscapedPath.Of(version)}.{extension}";
    }

    /// <summary>The path of the list of versions of a module.</summary>
    /// <param name="module">The path of the module.</param>
    public static string ModuleList(string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return $"/proxy/{EscapedPath.Of(module)}/@v/list";
    }

    private static string ToolchainVersion(string version, GoPlatform? platform)
    {
        platform ??= GoPlatform.Host;
        return $"v0.0.1-go{version}.{platform.Os}-{platform.Arch}";
    }
}
