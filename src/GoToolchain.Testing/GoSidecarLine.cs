namespace GoToolchain.Testing;

/// <summary>A line that a sidecar has printed.</summary>
/// <param name="Text">Without its end; a line of more than 64 KiB comes in pieces.</param>
/// <param name="IsError">It came from the standard error.</param>
public readonly record struct GoSidecarLine(string Text, bool IsError)
{
    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
