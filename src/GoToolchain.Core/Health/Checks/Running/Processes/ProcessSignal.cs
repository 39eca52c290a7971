namespace GoToolchain.Health.Checks.Running.Processes;

/// <summary>The signals that end a program that is damaged, or has no room; signal(7). The numbers are the same on Linux, macOS and the BSDs.</summary>
internal static class ProcessSignal
{
    /// <summary>In words, as Go prints them (package syscall).</summary>
    /// <param name="number">For example 11.</param>
    /// <returns>Null when it is not a number of one of these signals.</returns>
    public static string? Name(int number) =>
        number switch
        {
            4 => "illegal instruction",
            5 => "trace/breakpoint trap",
            6 => "aborted",
            8 => "floating point exception",
            9 => "killed",
            11 => "segmentation fault",
            15 => "terminated",
            _ => null,
        };
}
