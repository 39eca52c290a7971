namespace GoToolchain;

/// <summary>Whether a missing toolchain may be fetched.</summary>
public enum GoDownloads
{
    /// <summary>Whenever one is needed. The default.</summary>
    Automatic,

    /// <summary>Only when the user asks for it by name (<c>gotoolchain install</c>), not as part of a build or a test.</summary>
    Manual,

    /// <summary>Not at all.</summary>
    Never,
}
