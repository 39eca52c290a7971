using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain.Health.Checks.Running;

/// <summary>
/// A small module that needs nothing but the standard library: some Go and one file of assembly, so that compiler, assembler, its headers and the
/// linker all have to work. Its text is new each time, or the build cache would answer for a compiler that is broken.
/// </summary>
internal sealed class SmallProgram
{
    private SmallProgram(string directory, string word, string suffix) =>
        (Directory, Word, Program) = (directory, word, Path.Combine(directory, "hello" + suffix));

    /// <summary>Where it is: absolute.</summary>
    public string Directory { get; }

    /// <summary>What only this one prints.</summary>
    public string Word { get; }

    /// <summary>What a build makes: absolute.</summary>
    public string Program { get; }

    /// <summary>How it is built.</summary>
    public IReadOnlyList<string> BuildArguments => ["build", "-o", Program, "."];

    /// <summary>The one that shows whether the tree works: written once for an examination.</summary>
    /// <param name="context">The examination.</param>
    /// <exception cref="GoToolchainException">There is no room for it.</exception>
    public static SmallProgram OfTree(HealthContext context) => context.Share(c => Create(c, "program"));

    /// <summary>Writes one.</summary>
    /// <param name="context">The examination.</param>
    /// <param name="name">The name of its directory.</param>
    /// <exception cref="GoToolchainException">There is no room for it.</exception>
    public static SmallProgram Create(HealthContext context, string name)
    {
        var word = Guid.NewGuid().ToString("N");
        var directory = ScratchFiles.Write(
            context,
            name,
            new()
            {
                // The oldest Go that is known; a newer line would make an older one refuse it.
                ["go.mod"] = "module example.com/hello\n\ngo 1.16\n",
                ["main.go"] = Source.Replace("WORD", word, StringComparison.Ordinal),
                ["nothing.s"] = $"#include \"textflag.h\"\n\n// {word}\nTEXT ·nothing(SB), NOSPLIT, $0\n\tRET\n",
            }
        );
        return new SmallProgram(directory, word, context.Host.Platform.ExecutableSuffix);
    }

    private const string Source = """
        package main

        import (
        	"encoding/json"
        	"fmt"
        	"os"
        	"runtime"
        	"sort"
        	"strings"
        )

        func nothing()

        func main() {
        	nothing()
        	done := make(chan []string)
        	go func() {
        		words := strings.Fields(strings.Repeat("WORD ", 3) + "!")
        		sort.Strings(words)
        		done <- words
        	}()
        	word := (<-done)[3]
        	text, err := json.Marshal(map[string]string{"word": word, "version": runtime.Version(), "platform": runtime.GOOS + "/" + runtime.GOARCH})
        	if err != nil {
        		fmt.Fprintln(os.Stderr, err)
        		os.Exit(1)
        	}
        	fmt.Println(string(text))
        }

        """;
}
