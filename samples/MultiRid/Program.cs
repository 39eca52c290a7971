using System.Diagnostics;
using MultiRid;

return args switch
{
    ["check", var directory, .. var platforms] when platforms.Length > 0 => Check(directory, platforms),
    [] => Run(),
    _ => Usage(),
};

// Starts the agent that lies beside this program.
static int Run()
{
    var agent = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "agent.exe" : "agent");
    using var process = Process.Start(new ProcessStartInfo(agent))!;
    process.WaitForExit();
    return process.ExitCode;
}

// Reads the header of each agent below a directory; none is run.
static int Check(string directory, string[] platforms)
{
    var failed = false;
    foreach (var platform in platforms)
    {
        var agent = Path.Combine(directory, platform, platform.StartsWith("win-", StringComparison.Ordinal) ? "agent.exe" : "agent");
        var expected = BinaryHeader.Expect(platform);
        var found = File.Exists(agent) ? BinaryHeader.Read(agent) : "missing";
        var fits = found == expected;
        failed |= !fits;
        Console.WriteLine($"{platform, -16}{found, -24}{(fits ? "ok" : $"WRONG, expected {expected}")}");
    }

    return failed ? 1 : 0;
}

static int Usage()
{
    Console.Error.WriteLine("usage: MultiRid | MultiRid check DIRECTORY PLATFORM...");
    return 64;
}
