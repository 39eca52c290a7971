namespace GoToolchain.Health.Checks.Running.Users;

/// <summary>What in the user's environment keeps <c>go</c> from working.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">Its value; null when it is not set, so that Go takes a value of its own.</param>
/// <param name="File">The go/env file that sets it; null: the environment.</param>
/// <param name="Line">The line in that file, from 1.</param>
internal sealed record Culprit(string Name, string? Value, string? File = null, int Line = 0)
{
    /// <summary>Where it is set, for people.</summary>
    public string Place => File is null ? Name : $"{File}:{Line}";

    /// <summary>The setting with where it comes from: the subject of a sentence.</summary>
    public string Description =>
        Name == "GOENV" ? $"The go/env file {Value}"
        : Value is null ? $"The place that Go chooses when {Name} is not set"
        : File is null ? $"{Name}={Value} in the environment"
        : $"{Name}={Value} in the go/env file";

    /// <summary>How to get rid of it: a sentence.</summary>
    public string Cure =>
        Name == "GOENV" ? "Remove the lines that you do not need, one after the other."
        : Value is null ? $"Set {Name} to a directory that this user may write."
        : File is null ? $"Correct {Name}, or take it out of the environment (`gotoolchain env explain` shows which file sets it)."
        : $"Run `go env -u {Name}`, or remove line {Line} of {File}.";
}
