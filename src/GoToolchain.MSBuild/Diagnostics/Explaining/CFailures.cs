using GoToolchain.MSBuild.Diagnostics.Places;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>What goes wrong in C code, and around it.</summary>
internal static class CFailures
{
    public static IReadOnlyList<FailureKind> All { get; } =
    [
        new(GoErrorCodes.CCompilerNotFound, "C compiler \" … not found", "cgo: exec ", "exec: \"gcc\": executable file not found")
        {
            Cure = (_, _) =>
                "Install a C compiler (on Debian and Ubuntu the package gcc), name another one in CC, or, if the package does without C, set CgoEnabled to false on the item.",
        },
        new(
            GoErrorCodes.CCompilerUnfit,
            "file in wrong format",
            "is incompatible with ",
            "skipping incompatible ",
            "gcc_ … Assembler messages:",
            "no such instruction: `stp",
            "unrecognized command-line option '-m",
            "unrecognized command line option '-m",
            "unknown target CPU",
            "unsupported option '-m"
        )
        {
            Place = (_, site) => new FilePlace(site.ModuleFile),
            Cure = (_, _) =>
                "The C compiler makes code for another platform than GOOS and GOARCH: name a cross compiler in CC, or set CgoEnabled to false on the item.",
        },
        new(
            GoErrorCodes.CHeaderMissing,
            ".h: No such file or directory",
            ".hpp: No such file or directory",
            ".h' file not found",
            ".hpp' file not found"
        )
        {
            Cure = HeaderCure,
        },
        new(
            GoErrorCodes.CLibraryMissing,
            "cannot find -l",
            "library not found for -l",
            "unable to find library -l",
            "library '  … ' not found"
        )
        {
            Cure = LibraryCure,
        },
        new(GoErrorCodes.CLibraryMissing, "in the pkg-config search path", "pkg-config: exec", "[pkg-config ", "# pkg-config ")
        {
            Cure = (_, _) =>
                "Install the development files of the library that the `#cgo pkg-config:` line names, and pkg-config itself, or set PKG_CONFIG_PATH in the item's Env.",
        },
        new(GoErrorCodes.CLinkFailed, "undefined reference to ", "Undefined symbols for architecture", "undefined symbol: ")
        {
            Place = CgoPlaces.Find,
            Cure = (_, _) =>
                "Nothing that is linked defines it: name its library (`// #cgo LDFLAGS: -lname`), or put its C file into the directory of the package.",
        },
        new(GoErrorCodes.CLinkFailed, "multiple definition of ", "duplicate symbol")
        {
            Place = CgoPlaces.Find,
            Cure = (report, _) =>
                report.Text.Contains("_cgo_export.c", StringComparison.Ordinal)
                    ? "The comment above `import \"C\"` of a file with //export is compiled twice: it may declare functions, but define only static inline ones."
                    : null,
        },
        new(GoErrorCodes.CLinkFailed, ": running … failed: ", "ld returned ", "linker command failed"),
        new(
            GoErrorCodes.CgoFailed,
            "could not determine kind of name for C.",
            "could not determine what C.",
            "invalid flag in #cgo ",
            "malformed #cgo ",
            "export comment has wrong name",
            "export comment without export directive",
            "malformed export comment",
            "/cgo: exit status ",
            "cgo.exe: exit status ",
            "cgo: "
        )
        {
            InSource = true,
            Cure = (report, _) =>
                report.Text.Contains("could not determine", StringComparison.Ordinal)
                    ? "Nothing in the comment above `import \"C\"` declares it: is the header included, and is the comment directly above the import?"
                    : null,
        },
    ];

    private static string HeaderCure(GoReport report, GoBuildSite site)
    {
        var text = report.Head;
        var end = text.IndexOf(": No such file", StringComparison.Ordinal);
        var name =
            end >= 0 ? text[..end]
            : text.Split('\'') is [_, var quoted, ..] ? quoted
            : text;
        return DebianPackages.OfHeader(name) is { } package
            ? $"On Debian and Ubuntu the package {package} has {name}; other systems call it similarly."
            : $"Install the development files that bring {name}, or name their directory: `// #cgo CFLAGS: -I${{SRCDIR}}/include`.";
    }

    private static string LibraryCure(GoReport report, GoBuildSite site)
    {
        var name = MessageText.WordAfter(report.Text, "-l");
        foreach (var line in report.Text.Split('\n'))
        {
            var at = line.IndexOf("cannot find -l", StringComparison.Ordinal);
            name = at < 0 ? name : MessageText.WordAfter(line, "cannot find -l");
        }

        return name is not null && DebianPackages.OfLibrary(name) is { } package
            ? $"On Debian and Ubuntu the package {package} has the library {name} to link with; other systems call it similarly."
            : $"Install the development files of the library {name}, or name its directory: `// #cgo LDFLAGS: -L${{SRCDIR}}/lib`.";
    }
}
