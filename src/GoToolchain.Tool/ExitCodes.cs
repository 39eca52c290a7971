namespace GoToolchain.Tool;

/// <summary>The exit codes of <c>gotoolchain</c>. <c>exec</c> passes on the code of the command that it runs.</summary>
internal static class ExitCodes
{
    public const int Fine = 0;
    public const int Unhealthy = 1;
    public const int NotRepairable = 3;
    public const int Bug = 70;

    /// <summary>Every code with its meaning, as help and docs/cli.md state it.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Fine, "fine"),
        (Unhealthy, "checked and unhealthy, or content differs"),
        (2, "no Go, GOROOT or command found"),
        (NotRepairable, "there, but it cannot be started or repaired"),
        (4, "no source could serve it"),
        (5, "verification failed"),
        (6, "lock not obtained in time"),
        (7, "no permission, space or writable place"),
        (64, "wrong usage"),
        (Bug, "a bug of gotoolchain"),
        (130, "cancelled"),
    ];
}
