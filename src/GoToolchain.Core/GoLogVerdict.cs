namespace GoToolchain;

/// <summary>What the checksum database says about an installed tree.</summary>
public enum GoLogVerdict
{
    /// <summary>Nothing: it could not be asked.</summary>
    NotChecked,

    /// <summary>The tree is the published release, byte for byte.</summary>
    Proved,

    /// <summary>The tree is not the published release.</summary>
    Differs,
}
