namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>A word of Go source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Offset">Where it starts in the file.</param>
/// <param name="Line">The line on which it starts, from 1.</param>
internal readonly record struct GoToken(GoTokenKind Kind, string Text, int Offset, int Line)
{
    /// <summary>Whether it is this sign or keyword, not a string or comment that reads so.</summary>
    public bool Is(string text) => Kind is GoTokenKind.Name or GoTokenKind.Sign && Text == text;

    /// <summary>The line on which it ends.</summary>
    public int LastLine => Line + Text.Count(c => c == '\n');
}
