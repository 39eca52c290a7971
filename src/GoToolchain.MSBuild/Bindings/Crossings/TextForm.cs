namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>How Go takes a string.</summary>
internal enum TextForm
{
    /// <summary>As its own <c>string</c>.</summary>
    GoString,

    /// <summary>As a pointer and a length.</summary>
    Pair,

    /// <summary>As a pointer to bytes of which the last is zero: <c>*C.char</c>.</summary>
    Terminated,
}
