namespace GoToolchain;

/// <summary>The forms that a <see cref="GoVersionSpec"/> has.</summary>
public enum GoVersionSpecKind
{
    /// <summary><c>1.24.4</c>, <c>go1.24.4</c>, <c>1.25rc1</c>: that version alone.</summary>
    Exact,

    /// <summary><c>1.24</c>, <c>1.24.x</c>: the newest patch of that line.</summary>
    Line,

    /// <summary><c>&gt;=1.22 &lt;1.25</c>, <c>^1.22</c>, <c>~1.22.3</c>: any version between.</summary>
    Range,

    /// <summary><c>stable</c>: the newest release.</summary>
    Stable,

    /// <summary><c>oldstable</c>: the newest release of the line before the newest.</summary>
    OldStable,

    /// <summary><c>latest</c>: the newest version, pre-releases too.</summary>
    Latest,

    /// <summary><c>system</c>: whatever the machine has; never a managed toolchain.</summary>
    System,

    /// <summary><c>path:DIR</c>: the GOROOT in that directory.</summary>
    Path,

    /// <summary><c>project</c>: what the files of the project say.</summary>
    Project,
}
