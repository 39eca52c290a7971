using GoToolchain.Inspection;

namespace GoToolchain.Environments;

/// <summary>
/// Computes the values that <c>go env</c> prints (cmd/go/internal/envcmd, <c>MkEnv</c>), as far as they do not depend on the directory in which it
/// is started.
/// </summary>
/// <param name="go">The configuration.</param>
internal sealed class GoVariableValues(GoConfiguration go)
{
    private const int FirstWithTrimmedFlags = 20;
    private const int FirstWithCompilerSearch = 20;
    private const int FirstWithRootFile = 21;
    private const int FirstWithInstallDirectory = 27;

    private readonly GoBuildDefaults _defaults = new(go.OwnRoot);
    private readonly ProgramSearch _programs = new(go.Host);

    /// <summary>The platform for which Go compiles.</summary>
    public GoPlatform Target => new(Or("GOOS", go.Host.Platform.Os), Or("GOARCH", go.Host.Platform.Arch));

    /// <summary>GOPATH; empty when there is none.</summary>
    public string GoPath => Or("GOPATH", DefaultGoPath());

    /// <summary>The value of a variable.</summary>
    /// <param name="name">The variable.</param>
    public string Of(string name) =>
        name switch
        {
            "AR" => Or(name, "ar"),
            "CC" => Or(name, _defaults.Compiler("DefaultCC", Target)),
            "CXX" => Or(name, _defaults.Compiler("DefaultCXX", Target)),
            "CGO_ENABLED" => CgoEnabled(),
            "CGO_CPPFLAGS" => Words(name, ""),
            "CGO_CFLAGS" or "CGO_CXXFLAGS" or "CGO_FFLAGS" or "CGO_LDFLAGS" => Words(
                name,
                go.Minor >= FirstWithTrimmedFlags ? "-O2 -g" : "-g -O2"
            ),
            "GCCGO" => Gccgo(),
            "GOARCH" => Target.Arch,
            "GOAUTH" => Or(name, "netrc"),
            "GOBIN" => go.Minor >= FirstWithInstallDirectory ? Or(name, BinOfGoPath()) : go.Get(name),
            "GOCACHE" => Cache(),
            "GOENV" => GoEnvFilePlace.Of(go.Host, go.Version).Path ?? "",
            "GOEXE" => Target.ExecutableSuffix,
            "GOEXPERIMENT" => Or(name, _defaults.Of(name, "")),
            "GOFIPS140" => Or(name, _defaults.Of(name, "off")),
            "GOHOSTARCH" => go.Host.Platform.Arch,
            "GOHOSTOS" => go.Host.Platform.Os,
            "GOMODCACHE" => Or(name, ModuleCacheOfGoPath()),
            "GONOPROXY" or "GONOSUMDB" => Or(name, go.Get("GOPRIVATE")),
            "GOOS" => Target.Os,
            "GOPATH" => ShownGoPath(),
            "GOPROXY" => Or(name, go.Minor < FirstWithRootFile ? "https://proxy.golang.org,direct" : ""),
            "GOROOT" => go.Root,
            "GOSUMDB" => Or(name, go.Minor < FirstWithRootFile ? "sum.golang.org" : ""),
            "GOTELEMETRY" => TelemetryMode(),
            "GOTELEMETRYDIR" => TelemetryDirectory() ?? "",
            "GOTOOLDIR" => go.Root.Length == 0 ? "" : GoFilePath.Join(go.Root, $"pkg/tool/{go.Host.Platform.Os}_{go.Host.Platform.Arch}"),
            "GOVERSION" => go.Version?.Text ?? "",
            "PKG_CONFIG" => QuotedWords.TrySplit(Or(name, "pkg-config"), out var words) && words.Count > 0 ? words[0] : "",
            _ when GoVariableTable.Find(name) is { Architecture: not null } => Or(name, ArchitectureDefault(name)),
            _ => go.Get(name),
        };

    /// <summary>Where <c>go install</c> would put a program of this machine's platform, by GOPATH alone; empty when there is no GOPATH.</summary>
    public string BinOfGoPath() => GoFilePath.SplitList(ShownGoPath()) is [{ Length: > 0 } first, ..] ? GoFilePath.Join(first, "bin") : "";

    private string Or(string name, string otherwise) => go.Get(name) is { Length: > 0 } set ? set : otherwise;

    private string Words(string name, string otherwise) =>
        QuotedWords.TrySplit(Or(name, otherwise), out var words) ? QuotedWords.Join(words) : go.Get(name);

    // go/build, defaultGOPATH: of the variable HOME, and not when that would be GOROOT.
    private string DefaultGoPath()
    {
        if (GoUserDirectories.Home(go.Host) is not { } home)
        {
            return "";
        }

        var path = GoFilePath.Join(home, "go");
        return go.Host.GetVariable("GOROOT") is { } root && GoFilePath.Clean(root) == path ? "" : path;
    }

    private string ModuleCacheOfGoPath() =>
        GoFilePath.SplitList(GoPath) is [{ Length: > 0 } first, ..] ? GoFilePath.Join(first, "pkg/mod") : "";

    // A default that came out relative is taken back after the module cache was computed from it (cmd/go, main.go).
    private string ShownGoPath() => go.Get("GOPATH").Length == 0 && !GoFilePath.IsAbsolute(GoPath) ? "" : GoPath;

    private string Cache() =>
        go.Get("GOCACHE") is { Length: > 0 } set
            ? set == "off" || GoFilePath.IsAbsolute(set)
                ? set
                : "off"
            : GoUserDirectories.Cache(go.Host, go.Version, out _) is { } directory
                ? GoFilePath.Join(directory, "go-build")
                : "off";

    private string Gccgo() => Or("GCCGO", "gccgo") is var name && _programs.Find(name) is { } file ? file : name;

    private string CgoEnabled()
    {
        if (go.Get("CGO_ENABLED") is var set && set is "0" or "1")
        {
            return set;
        }

        if (Target != go.Host.Platform || Target.Os is "plan9" or "js" or "wasip1" || Target is { Os: "linux", Arch: "ppc64" or "sparc64" })
        {
            return "0";
        }

        // Only the variable of the process counts here, not the go/env file (cmd/go/internal/cfg, defaultContext).
        var hasCompiler =
            go.Minor < FirstWithCompilerSearch
            || go.Host.GetVariable("CC") is not null
            || _programs.Find(_defaults.Compiler("DefaultCC", Target)) is not null;
        return hasCompiler ? "1" : "0";
    }

    // What is set in the environment passes through the parser of internal/buildcfg, whose default go/env then replaces.
    private string ArchitectureDefault(string name)
    {
        var value = name switch
        {
            "GO386" => _defaults.Of(name, "sse2"),
            "GOAMD64" => _defaults.Of(name, "v1"),
            "GOARM" => _defaults.Of(name, go.Minor < FirstWithRootFile ? "5" : "7"),
            "GOARM64" => _defaults.Of(name, "v8.0"),
            "GOMIPS" or "GOMIPS64" => _defaults.Of(name, "hardfloat"),
            "GOPPC64" => _defaults.Of(name, "power8"),
            "GORISCV64" => _defaults.Of(name, "rva20u64"),
            _ => "",
        };

        // Two versions printed the parsed form of this one.
        return name != "GOARM" || go.Minor is not (22 or 23) ? value : value + (value == "5" ? ",softfloat" : ",hardfloat");
    }

    private string? TelemetryDirectory() =>
        GoUserDirectories.Config(go.Host, go.Version, out _) is { } directory ? GoFilePath.Join(directory, "go/telemetry") : null;

    // The first word of a small file (golang.org/x/telemetry, Dir.Mode).
    private string TelemetryMode()
    {
        if (TelemetryDirectory() is not { } directory)
        {
            return "off";
        }

        try
        {
            var file = GoFilePath.Join(directory, "mode");
            return GoFilePath.IsAbsolute(file) && FileFacts.Of(file) is { Kind: FileKind.File, Length: > 0 }
                ? System.Text.Encoding.UTF8.GetString(FileHead.Read(file, stackalloc byte[64])).Trim().Split(' ')[0]
                : "local";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "local";
        }
    }
}
