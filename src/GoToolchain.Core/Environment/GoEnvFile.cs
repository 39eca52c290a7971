namespace GoToolchain.Environments;

/// <summary>A file of Go settings as Go reads it: the user's <c>go/env</c>, or <c>go.env</c> in GOROOT.</summary>
internal sealed record GoEnvFile
{
    /// <summary>Where it is or would be; null when there is no place for it.</summary>
    public required string? Path { get; init; }

    /// <summary>What became of reading it.</summary>
    public required GoEnvFileState State { get; init; }

    /// <summary>Why it was not read (to its end): one sentence; null when it was, or when there is none.</summary>
    public string? Problem { get; init; }

    /// <summary>Its lines, as far as it was read.</summary>
    public IReadOnlyList<GoEnvLine> Lines { get; init; } = [];

    /// <summary>The line that counts for a variable: the last one. Null when none sets it. The value may be empty.</summary>
    /// <param name="name">The variable.</param>
    public GoEnvLine? Find(string name) => Lines.LastOrDefault(l => l.Key == name);

    /// <summary>The file and line of a setting, for messages.</summary>
    /// <param name="line">The line.</param>
    public string PlaceOf(GoEnvLine line) => $"{Path}:{line.Number}";
}
