namespace GoToolchain;

/// <summary>What version is wanted.</summary>
public sealed record GoVersionSpec
{
    /// <summary>The form.</summary>
    public required GoVersionSpecKind Kind { get; init; }

    /// <summary>As it was written.</summary>
    public required string Text { get; init; }

    /// <summary>The directory of a <c>path:DIR</c>, else null.</summary>
    public string? Directory { get; init; }

    /// <summary>Parses a spec.</summary>
    /// <param name="text">For example <c>1.24</c>.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidVersion"/>.</exception>
    public static GoVersionSpec Parse(string text) => throw new NotImplementedException();

    /// <summary>A minimum, as the <c>go</c> line of a go.mod file states it.</summary>
    /// <param name="minimum">The oldest version that will do.</param>
    public static GoVersionSpec AtLeast(GoVersion minimum) => throw new NotImplementedException();

    /// <summary>That version and no other.</summary>
    /// <param name="version">The version.</param>
    public static GoVersionSpec Exactly(GoVersion version) => throw new NotImplementedException();

    /// <summary>An installation of that version would do.</summary>
    /// <param name="version">The version.</param>
    public bool Accepts(GoVersion version) => throw new NotImplementedException();

    /// <summary>The best of what is offered: the newest that fits.</summary>
    /// <param name="offered">The versions, in any order.</param>
    /// <returns>Null when none fits.</returns>
    public GoVersion? Choose(IEnumerable<GoVersion> offered) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override string ToString() => Text;
}
