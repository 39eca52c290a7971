namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>The kinds of words of which Go source consists, as far as declarations need them.</summary>
internal enum GoTokenKind
{
    /// <summary>An identifier or keyword.</summary>
    Name,

    /// <summary>An operator or bracket: one character, and <c>...</c>.</summary>
    Sign,

    /// <summary>A string, rune or number.</summary>
    Literal,

    /// <summary>A comment of either kind, with its marks.</summary>
    Comment,
}
