using GoToolchain.Environments;

namespace GoToolchain.Execution.CCompilers;

/// <summary>A value of CC or CXX: a compiler, possibly behind a wrapper, and its flags (<c>go help environment</c>).</summary>
/// <param name="Text">As Go gets it.</param>
/// <param name="Words">Its words, without quotes; empty when Go could not take it apart.</param>
/// <param name="Program">The first word as a file: absolute; null when there is no such program.</param>
internal sealed record CompilerCommand(string Text, IReadOnlyList<string> Words, string? Program)
{
    /// <summary>The words after the first.</summary>
    public IEnumerable<string> Arguments => Words.Skip(1);

    /// <summary>Takes a value apart, and looks for its program.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="text">The value.</param>
    public static CompilerCommand Parse(HostMachine host, string text) =>
        // A list whose quotes do not fit Go takes for no compiler at all.
        QuotedWords.TrySplit(text, out var words)
        && words.Count > 0
            ? new CompilerCommand(text, words, new ProgramSearch(host).Find(words[0]))
            : new CompilerCommand(text, [], null);

    /// <summary>
    /// It says nothing about a target, so that it compiles for the machine that it runs on: <c>gcc</c>, <c>ccache clang-18</c>,
    /// but not <c>aarch64-linux-gnu-gcc</c>, <c>clang --target=…</c>.
    /// </summary>
    public bool IsForThisMachine =>
        Words.Select(Path.GetFileName).FirstOrDefault(w => w is not null && !IsWrapper(w)) is { } compiler
        && IsPlain(compiler)
        && !Words.Any(w =>
            w.TrimStart('-').StartsWith("target", StringComparison.Ordinal) || w.StartsWith("--sysroot", StringComparison.Ordinal)
        );

    private static bool IsWrapper(string word) => word is "ccache" or "sccache" or "distcc" or "ccache.exe" or "sccache.exe";

    // gcc, gcc-12, clang-18, cc
    private static bool IsPlain(string program)
    {
        var name = program.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? program[..^4] : program;
        var dash = name.LastIndexOf('-');
        var stem = dash > 0 && name[(dash + 1)..].All(c => char.IsAsciiDigit(c) || c == '.') ? name[..dash] : name;
        return stem is "gcc" or "cc" or "clang" or "c99" or "tcc" or "g++" or "c++" or "clang++";
    }
}
