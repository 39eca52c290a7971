using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Execution.CCompilers;

/// <summary>A machine without any compiler but those that a test puts on its PATH; no process is ever started on it.</summary>
internal sealed class CCompilerSandbox : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public GoPlatform Platform { get; init; } = new("linux", "amd64");

    public Dictionary<string, string> Variables { get; } = [];

    public string this[string path] => _scratch[path];

    /// <summary>Puts programs on PATH.</summary>
    public CCompilerSandbox With(params string[] programs)
    {
        foreach (var program in programs)
        {
            WithProgram("path/" + program);
        }

        return this;
    }

    /// <summary>Puts a program somewhere.</summary>
    public string WithProgram(string path) =>
        _scratch.CreateFile(path, "", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>Writes a file of the system.</summary>
    public CCompilerSandbox WithSystemFile(string path, string content = "")
    {
        _scratch.CreateFile("system" + path, content);
        return this;
    }

    public CCompilerSandbox Running(string distribution) => WithSystemFile("/etc/os-release", $"ID={distribution}\n");

    public GoTarget Machine => GoTarget.Of(Host());

    public async Task<GoCCompiler> FindAsync(string rid, string? cc = null, string? cxx = null) =>
        (await FinderAsync()).Find(GoTarget.FromRuntimeIdentifier(rid), cc, cxx);

    public async Task<GoToolchainException> FailAsync(string rid, string? cc = null, string? cxx = null)
    {
        var finder = await FinderAsync();
        return Assert.Throws<GoToolchainException>(() => finder.Find(GoTarget.FromRuntimeIdentifier(rid), cc, cxx));
    }

    public void Dispose() => _scratch.Dispose();

    private SandboxMachine Host()
    {
        Variables["PATH"] = _scratch.CreateDirectory("path");
        return SandboxMachine.In(_scratch, Variables, mayStartProcesses: false, Platform);
    }

    private async Task<GoCCompilerFinder> FinderAsync() => new(new GoInstallation((await TestGo.EnsureAsync("1.23")).Candidate, Host()));
}
