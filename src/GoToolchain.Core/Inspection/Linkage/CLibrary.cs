namespace GoToolchain;

/// <summary>The C library, and with it the loader, that a program or shared library was built for.</summary>
public enum CLibrary
{
    /// <summary>None: the file loads nothing, or is no ELF file.</summary>
    None,

    /// <summary>The GNU C library: most distributions.</summary>
    Glibc,

    /// <summary>musl: Alpine and others.</summary>
    Musl,

    /// <summary>Another one, of another operating system or of Android.</summary>
    Other,
}
