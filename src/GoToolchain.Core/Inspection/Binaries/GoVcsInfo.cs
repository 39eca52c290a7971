namespace GoToolchain;

/// <summary>The state of the version control system in which a program was built (<c>-buildvcs</c>, Go 1.18 or newer).</summary>
/// <param name="System">For example <c>git</c>.</param>
/// <param name="Revision">The commit; null when there was none yet.</param>
/// <param name="Time">When the commit was made; null when it is not known.</param>
/// <param name="IsModified">Files differed from the commit; null when it is not known.</param>
public sealed record GoVcsInfo(string System, string? Revision, DateTimeOffset? Time, bool? IsModified);
