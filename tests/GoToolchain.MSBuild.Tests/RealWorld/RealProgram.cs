using System.Security;

namespace GoToolchain.MSBuild.Tests.RealWorld;

/// <summary>A program of somebody else.</summary>
/// <param name="Module">The path of its module.</param>
/// <param name="Package">Its directory in the module, whose last part is its name.</param>
/// <param name="Dependencies">Other modules that go into it, sorted.</param>
internal sealed record RealProgram(string Module, string Package, params string[] Dependencies)
{
    /// <summary>More attributes of its items.</summary>
    public string Metadata { get; init; } = "";

    /// <summary>What Go calls it.</summary>
    public string Name => Path.GetFileName(Package);

    /// <summary>Where its module is put.</summary>
    public string Directory => Module.Replace('/', '-');

    /// <summary>The program, built.</summary>
    public string Executable => Name + GoPlatform.Host.ExecutableSuffix;

    /// <summary>The library, built.</summary>
    public string Library =>
        GoPlatform.Host.Os switch
        {
            "windows" => $"{Name}.dll",
            "darwin" => $"lib{Name}.dylib",
            _ => $"lib{Name}.so",
        };

    /// <summary>An item that builds it.</summary>
    /// <param name="kind">The name of the item.</param>
    public string Item(string kind) => $"""<{kind} Include="../{Directory}/{Package}" {Metadata} />""";

    /// <summary>Those of the packages of <see cref="GoToolchain.Fixtures.DistributionGoSources"/>.</summary>
    /// <param name="packages">Their root.</param>
    /// <param name="hasCompiler">C code can be compiled.</param>
    public static RealProgram[] All(string packages, bool hasCompiler) =>
        [
            new("golang.org/x/tools", "cmd/stringer", "golang.org/x/mod", "golang.org/x/sys"),
            new("golang.org/x/tools", "cmd/goyacc"),
            new(
                "mvdan.cc/sh/v3",
                "cmd/shfmt",
                "github.com/google/renameio/v2",
                "github.com/pkg/diff",
                "golang.org/x/sys",
                "golang.org/x/term",
                "mvdan.cc/editorconfig"
            ),
            new(
                "github.com/itchyny/gojq",
                "cmd/gojq",
                "github.com/itchyny/timefmt-go",
                "github.com/mattn/go-isatty",
                "github.com/mattn/go-runewidth",
                "github.com/rivo/uniseg",
                "golang.org/x/sys",
                "gopkg.in/yaml.v3"
            ),
            .. hasCompiler ? (RealProgram[])[Sqlite(packages)] : [],
        ];

    // Not installed, so the linker and the loader have to be told where it is.
    private static RealProgram Sqlite(string packages)
    {
        var libraries = Path.GetDirectoryName(
            System.IO.Directory.GetFiles(Path.Combine(packages, "usr", "lib"), "libsqlite3.so", SearchOption.AllDirectories).Single()
        );
        var include = Path.Combine(packages, "usr", "include");
        return new RealProgram("github.com/mattn/go-sqlite3", "_example/simple")
        {
            Metadata =
                $"""CgoEnabled="true" Tags="libsqlite3" CgoCFlags="{Words($"-I{include}")}" CgoLdFlags="{Words($"-L{libraries}", $"-Wl,-rpath,{libraries}")}" """,
        };

        static string Words(params string[] words) => SecurityElement.Escape(string.Join(' ', words.Select(w => $"'{w}'")))!;
    }
}
