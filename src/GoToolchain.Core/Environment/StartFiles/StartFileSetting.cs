namespace GoToolchain;

/// <summary>A line of a start-up file that sets a variable.</summary>
/// <param name="File">The file: absolute.</param>
/// <param name="Line">From 1 on.</param>
/// <param name="Name">The variable.</param>
/// <param name="Text">The value as it is written.</param>
/// <param name="Value">The value with variables replaced; null when only running the file would tell (<c>$(…)</c>).</param>
/// <param name="ReadBy">Which programs read the file, in words: <c>bash and sh at login</c>.</param>
/// <param name="IsCurrent">It is the value that the variable has in this process.</param>
public sealed record StartFileSetting(string File, int Line, string Name, string Text, string? Value, string ReadBy, bool IsCurrent)
{
    /// <summary><c>FILE:LINE</c>.</summary>
    public string Place => $"{File}:{Line}";
}
