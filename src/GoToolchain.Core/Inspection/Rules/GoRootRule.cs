namespace GoToolchain.Inspection.Rules;

/// <summary>Something that a GOROOT holds.</summary>
/// <param name="Pattern">
/// Where: relative, with <c>/</c>. <c>{tools}</c> is <c>pkg/tool/GOOS_GOARCH</c>, <c>{platform}</c> is <c>GOOS_GOARCH</c>, <c>{exe}</c> is
/// <c>.exe</c> on Windows.
/// </param>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">The releases that come with it.</param>
/// <param name="Harm">What comes of it when it is missing.</param>
/// <param name="Loss">The same in words: the end of a sentence about what does not work.</param>
/// <param name="Source">Where this is known from.</param>
internal sealed record GoRootRule(string Pattern, GoRootPartKind Kind, GoLines Lines, GoRootHarm Harm, string Loss, string Source)
{
    /// <summary>
    /// Lines in which it may be there, where that is not known exactly, or depends on who built the tree. Its presence in any other line is a
    /// sign of two versions in one place.
    /// </summary>
    public GoLines? Tolerated { get; init; }

    /// <summary>Who leaves it out, for good reasons: then it is not missed.</summary>
    public string? LeftOutBy { get; init; }

    /// <summary>The locator asks for it too, when it decides in a few questions whether a tree can be used.</summary>
    public bool IsLandmark { get; init; }

    /// <summary>A GOROOT of that line has to have it.</summary>
    /// <param name="minor">The minor number of the line; null: not known.</param>
    public bool IsRequired(int? minor) => LeftOutBy is null && (minor is { } line ? Lines.Contains(line) : Lines == GoLines.All);

    /// <summary>A GOROOT of that line may have it.</summary>
    /// <param name="minor">The minor number of the line; null: not known.</param>
    public bool IsTolerated(int? minor) => minor is not { } line || Lines.Contains(line) || Tolerated?.Contains(line) == true;

    /// <summary>Where it is in a tree for a platform: relative, with <c>/</c>.</summary>
    /// <param name="platform">The platform.</param>
    public string PathFor(GoPlatform platform)
    {
        // Most patterns have no placeholder.
        if (!Pattern.Contains('{', StringComparison.Ordinal))
        {
            return Pattern;
        }

        var directory = $"{platform.Os}_{platform.Arch}";
        return Pattern
            .Replace("{tools}", "pkg/tool/" + directory, StringComparison.Ordinal)
            .Replace("{platform}", directory, StringComparison.Ordinal)
            .Replace("{exe}", platform.ExecutableSuffix, StringComparison.Ordinal);
    }
}
