using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

public sealed class VcsTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_program_from_a_repository_names_its_commit_and_whether_files_differed()
    {
        var git = HostMachine.Detect().FindOnPath("git");
        Assert.SkipWhen(git is null, "git is missing.");
        var go = await TestGo.EnsureAsync("1.23");
        var program = new GoProgram(_scratch);
        await program.CommitAsync(git);

        var clean = GoBinaryFile.Inspect(await program.BuildAsync(go, new GoPlatform("linux", "amd64"), "-buildvcs=true"));
        _scratch.CreateFile("module/new.go", "package main\n");
        var file = await program.BuildAsync(go, new GoPlatform("linux", "amd64"), "-buildvcs=true");
        var modified = GoBinaryFile.Inspect(file);

        var vcs = clean.BuildInfo!.Vcs!;
        Assert.Equal(("git", false), (vcs.System, vcs.IsModified));
        Assert.Matches("^[0-9a-f]{40}$", vcs.Revision);
        Assert.Equal(new DateTimeOffset(2024, 2, 3, 4, 5, 6, TimeSpan.Zero), vcs.Time);
        Assert.Empty(GoBuildComparison.Of(clean, null, new GoPlatform("linux", "amd64")).Remarks);
        Assert.Equal(vcs with { IsModified = true }, modified.BuildInfo!.Vcs);
        Assert.Equal(await GoVersionAnswer.OfAsync(go, file), GoVersionAnswer.Of(modified.BuildInfo));
        var remark = Assert.Single(GoBuildComparison.Of(modified, null, new GoPlatform("linux", "amd64")).Remarks);
        Assert.Contains($"at revision {vcs.Revision![..12]} with changes", remark, StringComparison.Ordinal);
    }
}
