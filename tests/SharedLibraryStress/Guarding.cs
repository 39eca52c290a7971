namespace SharedLibraryStress;

/// <summary>Which guards are on.</summary>
internal enum Guarding
{
    /// <summary>The library is loaded as any other.</summary>
    None,

    /// <summary>Only the loading is guarded.</summary>
    Load,

    /// <summary>The loading and each call.</summary>
    Calls,

    /// <summary>The same by generated bindings, which do it by themselves.</summary>
    Bindings,
}
