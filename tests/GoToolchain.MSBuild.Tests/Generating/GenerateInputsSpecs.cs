using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Generating;
using Microsoft.Build.Utilities;

namespace GoToolchain.MSBuild.Tests.Generating;

public sealed class GenerateInputsSpecs(PackageFeed feed) : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    [Fact]
    public void What_decides_is_the_inputs_the_generate_lines_and_the_tools_and_nothing_else()
    {
        _scratch.CreateFile("m/go.mod", "module m\n");
        _scratch.CreateFile("m/m.go", "package m\n\n//go:generate tool\n");
        _scratch.CreateFile("m/in.txt", "1");
        _scratch.CreateFile("tool");
        var first = Look();

        _scratch.CreateFile("m/other.go", "package m\n");
        _scratch.CreateFile("m/out.go", "package m\n\n//go:generate not yet\n");
        _scratch.CreateFile("m/deep/in.txt");
        AssertSame(first, Look() with { Key = first.Key });
        Assert.Equal(["a go:generate line"], Changed(first, Look()));

        File.WriteAllText(_scratch["m/out.go"], "package m\n");
        Assert.Empty(Changed(first, Look()));

        File.WriteAllText(_scratch["m/in.txt"], "22");
        Assert.Equal([_scratch["m/in.txt"]], Look().Files.Except(first.Files).Select(f => f.Path));
        _scratch.CreateFile("m/more.txt");
        Assert.Equal(["the list of files that match Inputs"], Changed(first, Look()));
        File.Delete(_scratch["m/more.txt"]);
        File.WriteAllText(_scratch["tool"], "new");
        Assert.Contains(_scratch["tool"], Look().Files.Except(first.Files).Select(f => f.Path));
        Assert.Equal(["an argument of go generate"], Changed(first, Look(run: "x")));
    }

    public void Dispose() => _scratch.Dispose();

    private static void AssertSame(GenerateInputs one, GenerateInputs other)
    {
        Assert.Equal(one.Key, other.Key);
        Assert.Equal(one.Files, other.Files);
        Assert.Equal(one.Outputs, other.Outputs);
    }

    private static IEnumerable<string> Changed(GenerateInputs one, GenerateInputs other) =>
        one.Key.Zip(other.Key).Where(k => k.First != k.Second).Select(k => k.First.What);

    private GenerateInputs Look(string run = "")
    {
        var source = new TaskItem("../m");
        source.SetMetadata("Inputs", "../m/*.txt");
        source.SetMetadata("Outputs", "../m/out.go");
        source.SetMetadata("Run", run);
        source.SetMetadata("_GoTools", _scratch["tool"]);
        var item = new GoJob(GoItemKind.Generate, "m", _scratch["m"], _scratch["obj"]).ToItem(source);
        return GenerateInputs.Look(GenerateDefinition.Read(item, _scratch["App/App.csproj"]), feed.Go, TestGo.Host);
    }
}
