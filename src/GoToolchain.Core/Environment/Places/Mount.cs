namespace GoToolchain.Environments.Places;

/// <summary>A mounted file system (proc_pid_mountinfo(5)). It explains what a trial has shown, and decides nothing.</summary>
/// <param name="Point">Where it is mounted.</param>
/// <param name="Type">For example <c>tmpfs</c>.</param>
/// <param name="Options">For example <c>ro</c>, <c>noexec</c>.</param>
internal sealed record Mount(string Point, string Type, IReadOnlyList<string> Options);
