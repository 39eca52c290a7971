using GoToolchain.Environments;

namespace GoToolchain.Execution.CCompilers;

/// <summary>The C++ compiler that belongs to a C compiler: the same toolchain has both, under names that differ in their last part.</summary>
internal static class CxxName
{
    /// <summary>Its command: <c>aarch64-linux-gnu-g++</c> for <c>aarch64-linux-gnu-gcc</c>, with the same arguments.</summary>
    /// <param name="compiler">The C compiler.</param>
    /// <returns>Null: its name tells nothing.</returns>
    public static string? Of(CompilerCommand compiler)
    {
        var words = compiler.Words.ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (Of(words[i]) is { } other)
            {
                words[i] = other;
                return QuotedWords.Join(words);
            }

            if (words[i].StartsWith('-'))
            {
                break;
            }
        }

        return null;
    }

    private static string? Of(string word)
    {
        var start = word.AsSpan().LastIndexOfAny('/', '\\') + 1;
        foreach (var (c, cxx) in (ReadOnlySpan<(string, string)>)[("gcc", "g++"), ("clang", "clang++")])
        {
            var at = word.LastIndexOf(c, StringComparison.Ordinal);
            var after = at + c.Length;
            if (at >= start && (at == start || word[at - 1] == '-') && (after == word.Length || word[after] is '-' or '.'))
            {
                return word[..at] + cxx + word[after..];
            }
        }

        return null;
    }
}
