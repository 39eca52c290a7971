namespace GoToolchain.Environments;

/// <summary>What is known about a variable of Go.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Since">The minor version that first knows it; 16 for all that Go 1.16 knows.</param>
/// <param name="Meaning">What it is for: a phrase.</param>
internal sealed record GoVariableFacts(string Name, int Since, string Meaning)
{
    /// <summary>From where Go takes it.</summary>
    public GoVariableStorage Storage { get; init; }

    /// <summary>The minor version whose <c>go env</c> first lists it; null when none does.</summary>
    public int? ListedSince { get; init; } = Since;

    /// <summary>The GOARCH for which it counts, by its beginning; null when for all. <c>go env</c> lists it for that one only.</summary>
    public string? Architecture { get; init; }
}
