namespace GoToolchain.Environments;

/// <summary>A value that somebody has set.</summary>
/// <param name="Value">Never null; empty hides weaker origins.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Place">File and line; null for the process.</param>
internal readonly record struct GoSettingValue(string Value, GoVariableOrigin Origin, string? Place = null);
