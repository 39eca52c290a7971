using GoToolchain.MSBuild.Diagnostics.Places;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>A kind of failure, recognised by words that the messages of all Go versions since 1.19 have in common.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Signs">The message holds one of these texts; <c>a … b</c> stands for two that follow each other.</param>
internal sealed record FailureKind(GoErrorCode Code, params IReadOnlyList<string> Signs)
{
    // A message says early what it is about.
    private const int LongestLook = 16384;

    /// <summary>
    /// The compiler may report it at a place in a source file too. Everything else that is placed there quotes the user's own names and texts,
    /// which may hold any words.
    /// </summary>
    public bool InSource { get; init; }

    /// <summary>A damaged GOROOT would explain it.</summary>
    public bool SuspectsToolchain { get; init; }

    /// <summary>What to do, in full sentences; null where the message says it all.</summary>
    public Func<GoReport, GoBuildSite, string?> Cure { get; init; } = (_, _) => null;

    /// <summary>The place that it is about, when it is better than the one in the message.</summary>
    public Func<GoReport, GoBuildSite, FilePlace?> Place { get; init; } = (_, _) => null;

    /// <summary>Whether a message is of this kind.</summary>
    public bool Describes(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, LongestLook));
        foreach (var sign in Signs)
        {
            if (Holds(start, sign))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(ReadOnlySpan<char> text, string sign)
    {
        var rest = sign.AsSpan();
        while (true)
        {
            var gap = rest.IndexOf(" … ", StringComparison.Ordinal);
            var part = gap < 0 ? rest : rest[..gap];
            var at = text.IndexOf(part, StringComparison.Ordinal);
            if (at < 0 || gap < 0)
            {
                return at >= 0;
            }

            text = text[(at + part.Length)..];
            rest = rest[(gap + 3)..];
        }
    }
}
