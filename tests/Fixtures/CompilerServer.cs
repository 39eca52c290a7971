using System.Diagnostics;
using System.Reflection;

namespace GoToolchain.Fixtures;

/// <summary>
/// One C# compiler for all builds that the tests of this process start. A compiler that starts anew for each of them spends two
/// seconds of a processor on warming up. Builds would start the SDK's own server, which outlives them and holds their output open.
/// </summary>
internal static class CompilerServer
{
    private static readonly Lazy<string?> _pipe = new(Start);

    /// <summary>The name of its pipe, for the MSBuild property <c>SharedCompilationId</c>; null where this SDK has no such server.</summary>
    public static string? Pipe => _pipe.Value;

    private static string? Start()
    {
        var program = Path.Combine(RoslynDirectory(), "bincore", "VBCSCompiler.dll");
        if (!File.Exists(program))
        {
            return null;
        }

        var pipe = $"gotoolchain-tests-{System.Environment.ProcessId}";
        var start = new ProcessStartInfo("dotnet")
        {
            // Should this process be killed, the server goes by itself when nothing has asked it for ten minutes.
            ArgumentList = { "exec", program, $"-pipename:{pipe}" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = Process.Start(start)!;
        // Where Roslyn listens on Unix: in the temporary directory, without the prefix that .NET gives to named pipes.
        var socket = Path.Combine(Path.GetTempPath(), pipe);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.Kill();
            File.Delete(socket);
        };
        return OperatingSystem.IsWindows() || SpinWait.SpinUntil(() => File.Exists(socket), TimeSpan.FromSeconds(20))
            ? pipe
            : throw new InvalidOperationException($"The compiler of the SDK does not listen at {socket}.");
    }

    private static string RoslynDirectory() =>
        typeof(CompilerServer)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == nameof(RoslynDirectory))
            .Value!;
}
