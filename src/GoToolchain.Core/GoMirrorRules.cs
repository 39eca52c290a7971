namespace GoToolchain;

/// <summary>What mirrors may do that they may not by default.</summary>
[Flags]
public enum GoMirrorRules
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>All mirrors are asked at once which has the archive, and the first that answers serves it.</summary>
    Race = 1,

    /// <summary>The SHA-256 of an archive may come from the mirror that serves the archive.</summary>
    OwnChecksum = 2,

    /// <summary>A redirect may lead from https to http.</summary>
    InsecureRedirect = 4,
}
