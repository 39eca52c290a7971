namespace GoToolchain;

/// <summary>A setting of the build that made a program.</summary>
/// <param name="Key">For example <c>-ldflags</c>, <c>CGO_ENABLED</c>, <c>GOOS</c>, <c>vcs.revision</c>.</param>
/// <param name="Value">Its value, without quotes.</param>
public sealed record GoBuildSetting(string Key, string Value);
