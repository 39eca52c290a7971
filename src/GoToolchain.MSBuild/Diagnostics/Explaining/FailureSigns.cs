namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>What a reader has to know of a message to find its end.</summary>
internal static class FailureSigns
{
    /// <summary>It begins a message of a kind that is known.</summary>
    public static bool IsKnown(string line) => FailureKinds.Find(line) is not null;

    /// <summary>It has paragraphs, and not all of them are indented.</summary>
    public static bool IsParagraphs(string line) => line.EndsWith("checksum mismatch", StringComparison.Ordinal);

    /// <summary>Go's own linker says one line for each symbol.</summary>
    public static bool IsOfGoLinker(string line) => LinkFailures.Go.Describes(line);

    /// <summary>The message of a system's linker at a place in C code.</summary>
    public static bool IsOfLinker(string message) =>
        message.StartsWith("undefined reference to ", StringComparison.Ordinal)
        || message.StartsWith("multiple definition of ", StringComparison.Ordinal);
}
