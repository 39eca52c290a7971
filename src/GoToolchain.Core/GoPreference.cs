namespace GoToolchain;

/// <summary>Which toolchains are preferred: those of our store (managed) or those that were on the machine before (system).</summary>
public enum GoPreference
{
    /// <summary>A managed toolchain first, then a system one, then an installation. The default.</summary>
    Managed,

    /// <summary>A system toolchain first, then a managed one, then an installation.</summary>
    System,

    /// <summary>Never a system toolchain.</summary>
    OnlyManaged,

    /// <summary>Never a managed toolchain, so never an installation.</summary>
    OnlySystem,
}
