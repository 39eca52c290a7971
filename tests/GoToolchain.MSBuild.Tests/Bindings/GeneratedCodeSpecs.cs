using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Bindings.GoSources;
using GoToolchain.MSBuild.Bindings.Header;
using GoToolchain.MSBuild.Bindings.Model;
using GoToolchain.MSBuild.Bindings.Writing;
using GoToolchain.MSBuild.Tests.Interop;

namespace GoToolchain.MSBuild.Tests.Bindings;

/// <summary>The C# that is generated, as it is kept in the repository: the stress programme calls Go by it.</summary>
public sealed class GeneratedCodeSpecs
{
    [Theory]
    [InlineData("1.19")]
    [InlineData("1.27")]
    public async Task The_bindings_of_a_library_are_the_same_bytes_whichever_Go_wrote_its_header(string version)
    {
        CalcSolution.SkipWithoutCompiler();
        using var scratch = new ScratchDirectory();
        var directory = RepositoryRoot.File("tests", "SharedLibraryStress", "libstress");
        await BoundLibrary.BuildAsync(await TestGo.EnsureAsync(version), directory, scratch["libstress.so"], scratch.Root);
        var header = await File.ReadAllTextAsync(scratch["libstress.h"], TestContext.Current.CancellationToken);

        var model = BindingBuilder.Build(
            new BindingSettings("stress", "SharedLibraryStress", "Bound") { Recovers = true },
            CHeaderReader.Read(header),
            GoPackageSource.Read(directory)
        );

        Assert.Empty(model.Warnings);
        var kept = RepositoryRoot.File("tests", "SharedLibraryStress", "Bound.g.cs");
        var received = BindingWriter.Write(model);
        if (received != await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken))
        {
            var written = RepositoryRoot.File("artifacts", "received", "Bound.g.cs");
            Directory.CreateDirectory(Path.GetDirectoryName(written)!);
            await File.WriteAllTextAsync(written, received, TestContext.Current.CancellationToken);
            Assert.Fail($"If the change is meant, accept it:\n  cp {written} {kept}");
        }
    }
}
