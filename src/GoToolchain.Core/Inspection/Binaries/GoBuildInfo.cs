using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain;

/// <summary>
/// What Go left in a program or library about how it was built: the same as <c>go version -m</c> prints, read without Go. The members are those of
/// <c>debug/buildinfo</c> in Go's library (https://pkg.go.dev/debug/buildinfo).
/// </summary>
public sealed record GoBuildInfo
{
    internal GoBuildInfo(
        string goVersion,
        string path,
        GoBuildModule? main,
        IReadOnlyList<GoBuildModule> dependencies,
        IReadOnlyList<GoBuildSetting> settings
    ) => (GoVersion, Path, Main, Dependencies, Settings) = (goVersion, path, main, dependencies, settings);

    /// <summary>The Go that built it, as it wrote it: <c>go1.23.5</c>, <c>go1.23.5 X:nocoverageredesign</c>, <c>devel go1.26-…</c>.</summary>
    public string GoVersion { get; }

    /// <summary>The Go that built it; null when <see cref="GoVersion"/> is not written like a version.</summary>
    public GoVersion? Version => GoToolchain.GoVersion.TryParse(GoVersion, out var version) ? version : null;

    /// <summary>The path of the main package; empty when it was built without modules.</summary>
    public string Path { get; }

    /// <summary>The module of the main package; null when it is not known, as for <c>go build file.go</c>.</summary>
    public GoBuildModule? Main { get; }

    /// <summary>The other modules that went into it, sorted by path.</summary>
    public IReadOnlyList<GoBuildModule> Dependencies { get; }

    /// <summary>The settings of the build, in Go's order; empty before Go 1.18.</summary>
    public IReadOnlyList<GoBuildSetting> Settings { get; }

    /// <summary>The state of the version control system; null when it was not recorded.</summary>
    public GoVcsInfo? Vcs =>
        Setting("vcs") is { Length: > 0 } system
            ? new GoVcsInfo(
                system,
                Setting("vcs.revision"),
                DateTimeOffset.TryParse(Setting("vcs.time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                    ? time
                    : null,
                bool.TryParse(Setting("vcs.modified"), out var isModified) ? isModified : null
            )
            : null;

    /// <summary>The platform that it was built for; null before Go 1.18.</summary>
    public GoPlatform? Platform => Setting("GOOS") is { } os && Setting("GOARCH") is { } arch ? new GoPlatform(os, arch) : null;

    /// <summary>The experiments (GOEXPERIMENT) that Go had switched on or off, which is what follows <c>X:</c> in the version.</summary>
    public IReadOnlyList<string> Experiments
    {
        get
        {
            var mark = GoVersion.IndexOf(" X:", StringComparison.Ordinal);
            return mark < 0 ? [] : GoVersion[(mark + 3)..].Split(' ')[0].Split(',', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    /// <summary>The value of a setting.</summary>
    /// <param name="key">For example <c>-ldflags</c> or <c>CGO_ENABLED</c>.</param>
    /// <returns>Null when it was not recorded.</returns>
    public string? Setting(string key) => Settings.FirstOrDefault(setting => setting.Key == key)?.Value;

    /// <summary>Reads a program or library.</summary>
    /// <param name="file">Absolute.</param>
    /// <returns>Null when the file holds no Go build information; <see cref="GoBinaryFile.Inspect(string)"/> says why.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.FileNotInspectable"/> or <see cref="GoErrorCodes.FileNotReadable"/>.</exception>
    public static GoBuildInfo? Read(string file)
    {
        using var source = BinaryFileAccess.Open(file);
        return BinaryFileAccess.Guard(file, () => GoBuildInfoReader.Read(source, versionOnly: false).Info);
    }

    /// <summary>Reads a program or library from a stream.</summary>
    /// <param name="stream">It can be read and can seek. It is read where needed, and stays open.</param>
    /// <returns>Null when it holds no Go build information.</returns>
    public static GoBuildInfo? Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var source = new StreamByteSource(stream);
        return GoBuildInfoReader.Read(source, versionOnly: false).Info;
    }

    /// <summary>Reads a program or library; never throws for what is in the file system.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="info">What Go left in it.</param>
    /// <param name="reason">Why there is none: one sentence; empty when there is.</param>
    /// <returns>False when the file holds no Go build information, is missing or cannot be read.</returns>
    public static bool TryRead(string file, [NotNullWhen(true)] out GoBuildInfo? info, out string reason)
    {
        try
        {
            var inspected = GoBinaryFile.Inspect(file);
            info = inspected.BuildInfo;
            reason = info is null ? inspected.Reason : "";
        }
        catch (GoToolchainException e)
        {
            (info, reason) = (null, e.Problem);
        }

        return info is not null;
    }

    /// <summary>The lines that <c>go version -m</c> prints below its first one, without indentation and without the empty ones.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Path.Length > 0)
        {
            text.Append("path\t").Append(Path).Append('\n');
        }

        if (Main is not null)
        {
            Append(text, "mod", Main);
        }

        foreach (var dependency in Dependencies)
        {
            Append(text, "dep", dependency);
        }

        foreach (var setting in Settings)
        {
            text.Append("build\t").Append(GoQuoting.Text(setting)).Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string word, GoBuildModule module)
    {
        text.Append(word).Append('\t').Append(module.Path).Append('\t').Append(module.Version);
        if (module.Replacement is null)
        {
            text.Append('\t').Append(module.Sum).Append('\n');
        }
        else
        {
            text.Append('\n');
            Append(text, "=>", module.Replacement);
        }
    }
}
