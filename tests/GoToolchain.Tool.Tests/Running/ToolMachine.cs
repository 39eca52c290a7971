using System.Diagnostics;
using GoToolchain.Fixtures;

namespace GoToolchain.Tool.Tests.Running;

/// <summary>An empty home, an empty project and a bare environment, in which the built tool runs as a process of its own.</summary>
internal sealed class ToolMachine : IDisposable
{
    private const string Script = "/usr/bin/script";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);
    private static readonly string s_tool = Path.Combine(AppContext.BaseDirectory, "gotoolchain.dll");

    public ToolMachine(string name = "machine")
    {
        Home = Scratch.CreateDirectory($"{name}/home");
        Project = Scratch.CreateDirectory($"{name}/project");
        Store = Scratch[$"{name}/store"];
        // Neither a Go nor a package manager: what is to be found has to be put there by the test.
        Variables["PATH"] = Scratch.CreateDirectory($"{name}/bin");
        Variables["HOME"] = Home;
        // Without the name: .NET itself crashes at its start when TMPDIR holds a `%`.
        Variables["TMPDIR"] = Scratch.CreateDirectory("tmp");
        Variables["GOTC_STORE"] = Store;
        foreach (var kept in (string[])["DOTNET_ROOT", "SystemRoot"])
        {
            if (Environment.GetEnvironmentVariable(kept) is { } value)
            {
                Variables[kept] = value;
            }
        }
    }

    public ScratchDirectory Scratch { get; } = new();

    public string Home { get; }

    /// <summary>The current directory of the tool.</summary>
    public string Project { get; }

    public string Store { get; }

    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Writes a file of the project.</summary>
    public void Declare(string file, string text) => File.WriteAllText(Path.Combine(Project, file), text);

    /// <summary>Puts a Go where golang.org/dl does.</summary>
    public SyntheticGoRoot AddSdk(string version)
    {
        var go = SyntheticGoRoot.Create(Path.Combine(Home, "sdk", "go" + version), version);
        go.Write(".unpacked-success", "");
        return go;
    }

    public void Dispose() => Scratch.Dispose();

    public Task<ToolRun> RunAsync(params string[] arguments) => RunAsync("", arguments);

    public async Task<ToolRun> RunAsync(string input, string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    /// <summary>Starts the tool, with pipes on all three streams, in a session without a terminal.</summary>
    public Process Start(params string[] arguments) => Process.Start(Prepare([], arguments))!;

    /// <summary>Starts the tool on a pseudo terminal of 80 columns, whose screen arrives on stdout of the result.</summary>
    public Process StartOnTerminal(params string[] arguments) => StartOnTerminal(arguments, ("TERM", "xterm"));

    /// <summary>The same with an environment variable.</summary>
    public Process StartOnTerminal(string[] arguments, (string Name, string Value) variable)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Script), "script(1) of util-linux is missing: there is no terminal.");
        Variables["PATH"] = "/usr/bin:/bin";
        Variables["SHELL"] = "/bin/sh";
        Variables["TERM"] = "xterm";
        Variables[variable.Name] = variable.Value;
        var tool = Prepare([], arguments);
        // `exec`: a shell in between would receive the signals of the terminal too, and end by them.
        var line =
            "stty cols 80; exec "
            + string.Join(
                ' ',
                tool.ArgumentList.Prepend(tool.FileName).Select(a => $"'{a.Replace("'", "'\\''", StringComparison.Ordinal)}'")
            );
        return Process.Start(Prepare([Script, "-q", "-e", "-c", line, "/dev/null"], null))!;
    }

    /// <summary>What starts the tool.</summary>
    /// <param name="wrapper">A program, with its arguments, that runs the tool; empty: none.</param>
    /// <param name="arguments">The arguments of the tool; null: the wrapper has it all.</param>
    public ProcessStartInfo Prepare(string[] wrapper, string[]? arguments)
    {
        string[] line = arguments is null ? wrapper : [.. wrapper, DotNetHost, "exec", s_tool, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = Project,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Waits for the end of a started tool.</summary>
    public static async Task<ToolRun> EndAsync(Process process)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new ToolRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>The `dotnet` that runs these tests, or would.</summary>
    public static string DotNetHost { get; } =
        Path.Combine(
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..")),
            OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"
        );
}
