namespace GoToolchain.Inspection.Linkage;

/// <summary>Distributions that name and install packages alike.</summary>
internal enum DistributionFamily
{
    /// <summary>None of these.</summary>
    Other,

    /// <summary>Debian, Ubuntu and theirs.</summary>
    Debian,

    /// <summary>Alpine and theirs.</summary>
    Alpine,

    /// <summary>Fedora, Red Hat and theirs.</summary>
    Fedora,
}
