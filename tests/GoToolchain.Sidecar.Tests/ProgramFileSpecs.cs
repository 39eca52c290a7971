using System.Runtime.InteropServices;
using GoToolchain.Fixtures;
using GoToolchain.Sidecar.Supervision;

namespace GoToolchain.Sidecar.Tests;

/// <summary>Where a program is, by the way in which the application was published.</summary>
public sealed class ProgramFileSpecs : IDisposable
{
    private static readonly string s_suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    private readonly ScratchDirectory _directory = new("program");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Beside_the_application() => Assert.Equal(Create("app/agent"), Find("agent"));

    [Fact]
    public void Below_it_when_the_item_has_a_link() => Assert.Equal(Create("app/tools/agent"), Find("tools/agent"));

    [Fact]
    public void Beside_the_single_file_when_that_unpacks_elsewhere() =>
        Assert.Equal(Create("bin/agent"), Find("agent", process: "bin/myapp"));

    [Fact]
    public void Not_beside_the_dotnet_that_runs_the_application()
    {
        Create("bin/agent");

        Assert.Throws<GoSidecarException>(() => Find("agent", process: "bin/dotnet"));
    }

    [Fact]
    public void Where_a_portable_application_keeps_files_of_a_platform()
    {
        var rid = RuntimeInformation.RuntimeIdentifier;

        Assert.Equal(Create($"app/runtimes/{rid}/native/agent"), Find("agent"));
    }

    [Fact]
    public void At_an_absolute_path_and_nowhere_else()
    {
        Create("app/agent");
        var elsewhere = _directory["elsewhere/agent"];

        var e = Assert.Throws<GoSidecarException>(() => Find(elsewhere));

        Assert.Contains($"Looked at: {elsewhere}{s_suffix}.", e.Message, StringComparison.Ordinal);
    }

    private string Create(string path) => _directory.CreateFile(path + s_suffix);

    private string Find(string program, string process = "app/myapp") =>
        ProgramFile.Find("agent", program, _directory["app"], _directory[process + s_suffix]);
}
