using GoToolchain.Fixtures;
using GoToolchain.Testing.Xunit;

namespace GoToolchain.Testing.Library.Tests;

public sealed class LibrarySpecs(GoOfTheTests go)
{
    private static readonly string s_source = RepositoryRoot.File("tests", "GoToolchain.Testing.Library.Tests", "libcalc");

    private delegate int Add(int a, int b);

    private delegate void Swap(ref int a, ref int b);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GoFact]
    public async Task It_is_built_and_loaded_once_whoever_asks()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => BuildAsync()));

        Assert.All(all, library => Assert.Same(all[0], library));
        Assert.Same(all[0], GoTestLibrary.Load(all[0].Path));
    }

    [GoFact]
    public async Task Arguments_by_reference_and_many_threads_with_garbage_collections_are_no_matter()
    {
        var library = await BuildAsync();
        var add = library.Export<Add>("calc_add");
        var (a, b) = (1, 2);
        library.Export<Swap>("calc_swap")(ref a, ref b);
        Assert.Equal((2, 1), (a, b));

        using var end = new CancellationTokenSource();
        var collector = Task.Run(
            () =>
            {
                while (!end.IsCancellationRequested)
                {
                    GC.Collect();
                }
            },
            Cancel
        );
        Parallel.For(0, 200_000, new ParallelOptions { CancellationToken = Cancel }, i => Assert.Equal(i + 1, add(i, 1)));
        await end.CancelAsync();
        await collector;
    }

    [GoFact]
    public async Task A_second_Go_library_in_the_process_is_refused()
    {
        var first = await BuildAsync();
        await using var workspace = await GoWorkspace.CopyAsync(go.Toolchain.Installation, s_source, cancel: Cancel);

        var refused = await Assert.ThrowsAsync<GoToolchainException>(() => GoTestLibrary.BuildAsync(workspace, cancel: Cancel));

        Assert.Equal(GoErrorCodes.SecondSharedLibrary, refused.Code);
        Assert.Contains(first.Path, refused.Problem, StringComparison.Ordinal);
    }

    [GoFact]
    public async Task An_export_that_is_not_there_is_named()
    {
        var library = await BuildAsync();

        var failure = Assert.Throws<GoToolchainException>(() => library.Export<Add>("calc_subtract"));

        Assert.Equal(GoErrorCodes.ExportMissing, failure.Code);
        Assert.Contains("`calc_subtract`", failure.Problem, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => library.Export<Func<int, int, int>>("calc_add"));
    }

    [GoFact]
    public async Task A_file_that_is_no_library_or_not_there_is_said_to_be_so()
    {
        using var scratch = new ScratchDirectory("library");
        var text = scratch.CreateFile("library.so", "text");
        // Whether it is the second one is asked before it is opened.
        var options = new GoTestLibraryOptions { AllowSecond = true };
        await BuildAsync();

        var missing = Assert.Throws<GoToolchainException>(() => GoTestLibrary.Load(scratch["none.so"], options));
        var none = Assert.Throws<GoToolchainException>(() => GoTestLibrary.Load(text, options));

        Assert.All([missing, none], e => Assert.Equal(GoErrorCodes.LibraryNotLoaded, e.Code));
        Assert.Contains("there is no such file", missing.Problem, StringComparison.Ordinal);
        Assert.Contains(text, none.Problem, StringComparison.Ordinal);
    }

    [GoFact]
    public async Task A_build_that_fails_says_why_and_is_tried_again_when_the_code_is_mended()
    {
        using var scratch = new ScratchDirectory("broken");
        scratch.CreateFile("go.mod", "module example.com/broken\n\ngo 1.19\n");
        scratch.CreateFile("main.go", "package main\n\nimport \"C\"\n\nfunc main() { nowhere() }\n");
        await BuildAsync();

        var broken = await FailAsync(scratch.Root);
        scratch.CreateFile("main.go", "package main\n\nimport \"C\"\n\nfunc main() {}\n");
        var mended = await FailAsync(scratch.Root);

        Assert.Equal(GoErrorCodes.CommandFailed, broken.Code);
        Assert.Contains("undefined: nowhere", broken.Message, StringComparison.Ordinal);
        Assert.Equal(GoErrorCodes.SecondSharedLibrary, mended.Code);
    }

    private Task<GoTestLibrary> BuildAsync() => GoTestLibrary.BuildAsync(go.Toolchain.Installation, s_source, cancel: Cancel);

    private Task<GoToolchainException> FailAsync(string directory) =>
        Assert.ThrowsAsync<GoToolchainException>(() => GoTestLibrary.BuildAsync(go.Toolchain.Installation, directory, cancel: Cancel));
}
