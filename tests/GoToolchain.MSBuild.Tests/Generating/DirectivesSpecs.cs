using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Generating;

namespace GoToolchain.MSBuild.Tests.Generating;

public sealed class DirectivesSpecs
{
    [Fact]
    public void Only_lines_that_go_would_run_are_found()
    {
        using var scratch = new ScratchDirectory();
        const string Text = "package p\n\n//go:generate one\n // go:generate no\n\t//go:generate no\n//go:generated no\n";
        scratch.CreateFile("p.go", Text);
        scratch.CreateFile("p_test.go", "//go:generate\ttwo\n");
        scratch.CreateFile("plain.go", "package p\n");
        scratch.CreateFile("deep/deep.go", Text);
        scratch.CreateFile("vendor/v/v.go", Text);
        scratch.CreateFile("testdata/t.go", Text);
        scratch.CreateFile("_no/n.go", Text);
        scratch.CreateFile("other/go.mod", "module other\n");
        scratch.CreateFile("other/o.go", Text);
        scratch.CreateLink("loop", scratch.Root);

        Assert.Equal([scratch["deep/deep.go"], scratch["p.go"], scratch["p_test.go"]], Directives.Read(scratch.Root, ["./..."]).Files);
        Assert.Equal([scratch["deep/deep.go"]], Directives.Read(scratch.Root, ["./deep/...", "./deep"]).Files);
        var here = Directives.Read(scratch.Root, ["."]);
        Assert.Equal([scratch["p.go"], "//go:generate one", scratch["p_test.go"], "//go:generate\ttwo"], here.Lines);
    }

    [Fact]
    public void A_pipe_in_the_place_of_a_file_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no named pipes in directories.");
        }

        using var scratch = new ScratchDirectory();
        using var made = System.Diagnostics.Process.Start("mkfifo", scratch["pipe.go"]);
        made.WaitForExit();

        Assert.Empty(Directives.Read(scratch.Root, ["./..."]).Files);
    }
}
