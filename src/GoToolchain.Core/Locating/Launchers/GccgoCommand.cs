using GoToolchain.Inspection;

namespace GoToolchain.Locating.Launchers;

/// <summary>
/// The <c>go</c> of gccgo. GCC installs it beside <c>gccgo</c>, with the same additions to its name (<c>go-12</c>, <c>x86_64-linux-gnu-go-12</c>), and
/// Debian's package gccgo-go links <c>/usr/bin/go</c> to it. Its sections are not those that Go's own linker writes.
/// </summary>
internal sealed class GccgoCommand : ILauncher
{
    public LauncherAnswer? Explain(LauncherFile file, LauncherSearch search)
    {
        if (file.Header.Format != ExecutableFormat.Elf)
        {
            return null;
        }

        var sections = ElfSectionNames.Read(file.Path);
        var isGoLinked = sections.Contains(".go.buildinfo") || sections.Contains(".note.go.buildid") || sections.Contains(".gopclntab");
        var isGccgo = !isGoLinked && (sections.Contains(".go_export") || HasCompanion(file.Target));
        return isGccgo
            ? new LauncherAnswer(
                GoVerdict.Gccgo,
                $"{file.Path} is the go command of gccgo (GCC), not that of the Go distribution.",
                file.Target == file.Path ? null : file.Target
            )
            : null;
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
