using GoToolchain.Inspection;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Locating.Launchers;

/// <summary>
/// The <c>go</c> of gccgo. GCC installs it beside <c>gccgo</c>, with the same additions to both names (<c>go-12</c> and <c>gccgo-12</c>,
/// <c>x86_64-linux-gnu-go-12</c>), and Debian's package gccgo-go links <c>/usr/bin/go</c> to it. It was not built by Go's own linker, so it has no build
/// information of Go.
/// </summary>
internal sealed class GccgoCommand : ILauncher
{
    public LauncherAnswer? Explain(LauncherFile file, LauncherSearch search) =>
        file.Header.Format == ExecutableFormat.Elf
        && (IsNamedByGcc(file.TargetName) || HasCompanion(file.Target))
        && GoBuildInfoReader.ReadVersion(file.Path).Text is null
            ? new LauncherAnswer(
                GoVerdict.Gccgo,
                $"{file.Path} is the go command of gccgo (GCC), not that of the Go distribution.",
                file.Target == file.Path ? null : file.Target
            )
            : null;

    // `go-12`, before GCC 5 `go-4.9`; Go's own versions begin with a 1.
    private static bool IsNamedByGcc(string name)
    {
        var words = name.Split('-');
        return words is [.., "go" or "gccgo", var version]
            && version.Length > 0
            && char.IsAsciiDigit(version[0])
            && !version.StartsWith("1.", StringComparison.Ordinal);
    }

    // In `x86_64-linux-gnu-go-12` the last `go` is the command.
    private static bool HasCompanion(string file)
    {
        var words = Path.GetFileName(file).Split('-');
        var at = Array.LastIndexOf(words, "go");
        if (at < 0)
        {
            return false;
        }

        words[at] = "gccgo";
        return File.Exists(Path.Join(Path.GetDirectoryName(file), string.Join('-', words)));
    }
}
