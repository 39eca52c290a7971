namespace GoToolchain;

/// <summary>
/// A stable name for one kind of failure: the same in exceptions, build errors, JSON and the skip reason of a test.
/// All codes are members of <see cref="GoErrorCodes"/>; each has a page under <c>docs/errors/</c>.
/// </summary>
/// <param name="Id">For example <c>GOTC2004</c>. The first digit is the area: 1 locating, 2 obtaining and storing, 3 compiling Go,
/// 4 cgo and cross builds, 5 publish and pack, 6 health and repair, 8 a sidecar beside an application, 9 a bug of ours.</param>
/// <param name="ExitCode">The exit code with which <c>gotoolchain</c> ends when this failure ends it.</param>
/// <param name="Title">What went wrong, in a few words.</param>
public sealed record GoErrorCode(string Id, int ExitCode, string Title)
{
    /// <summary>Where the code is explained.</summary>
    public Uri HelpLink => new($"https://github.com/gotoolchain/GoToolchain.Net/blob/main/docs/errors/{Id}.md");

    /// <inheritdoc/>
    public override string ToString() => Id;
}
