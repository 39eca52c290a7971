using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Execution;

/// <summary>A <c>go</c> that the system will not start: the message names the cause and what to do.</summary>
public sealed class StartFailureTests : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ScratchDirectory _scratch = new();
    private readonly GoInstallation _installation;

    public StartFailureTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The causes are those of Unix.");
        var tree = SyntheticGoRoot.Create(_scratch["go"]);
        var candidate = new GoCandidate
        {
            Root = tree.Root,
            ResolvedRoot = tree.Root,
            Origins = [GoOrigin.Explicit],
            FoundAs = [tree.Root],
            Verdict = GoVerdict.Usable,
            Version = GoVersion.Parse("1.24.4"),
            Platform = GoPlatform.Host,
        };
        _installation = new GoInstallation(candidate, SandboxMachine.In(_scratch));
    }

    public void Dispose() => _scratch.Dispose();

    private string Go => _installation.GoExecutable;

    private async Task<GoToolchainException> FailAsync(string? workingDirectory = null)
    {
        var command = _installation.Command("version").WithWorkingDirectory(workingDirectory ?? _scratch.Root);
        var failure = await Assert.ThrowsAsync<GoToolchainException>(() => command.ExecuteAsync(TestContext.Current.CancellationToken));
        Assert.Same(GoErrorCodes.CannotStart, failure.Code);
        Assert.Equal(Go, failure.Place);
        Assert.Contains(Go, failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.NextStep);
        return failure;
    }

    [Fact]
    public async Task It_is_missing()
    {
        File.Delete(Go);

        Assert.Contains("there is no such file", (await FailAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_a_link_that_leads_nowhere()
    {
        File.Delete(Go);
        File.CreateSymbolicLink(Go, "gone");

        Assert.Contains("link that leads nowhere", (await FailAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_executable()
    {
        SetMode(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var failure = await FailAsync();

        Assert.Contains("not executable", failure.Problem, StringComparison.Ordinal);
        Assert.Contains("chmod +x", failure.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_another_machine()
    {
        var other = GoPlatform.Host.Arch == "arm64" ? "amd64" : "arm64";
        ReplaceGo(SyntheticGoRoot.Header(GoPlatform.Host with { Arch = other }));

        Assert.Contains($"a program for {other}", (await FailAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_damaged()
    {
        ReplaceGo(new byte[4096]);

        Assert.Contains("damaged", (await FailAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_loader_that_it_names_is_not_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Names its interpreter as Linux programs name their loader.");
        ReplaceGo([.. "#!/no/such/loader\n"u8]);

        Assert.Contains("C library", (await FailAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_working_directory_is_missing()
    {
        var failure = await FailAsync(_scratch["gone"]);

        Assert.Contains($"the working directory {_scratch["gone"]} does not exist", failure.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_arguments_are_too_long()
    {
        var go = await TestGo.EnsureAsync("1.19");

        var failure = await Assert.ThrowsAsync<GoToolchainException>(() =>
            go.Command(new string('x', 5_000_000)).ExecuteAsync(TestContext.Current.CancellationToken)
        );

        Assert.Same(GoErrorCodes.CannotStart, failure.Code);
        Assert.Contains("longer than this system allows", failure.Problem, StringComparison.Ordinal);
        Assert.InRange(failure.Message.Length, 0, 2000);
    }

    [Fact]
    public async Task A_program_that_is_still_being_written_is_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux refuses to start such a program.");
        ReplaceGo([.. "#!/bin/sh\necho started\n"u8]);
        var writer = new FileStream(Go, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);

        var run = _installation.Command("version").ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(run.IsCompleted);
        await writer.DisposeAsync();

        Assert.Equal("started\n", (await run).StandardOutput);
    }

    [Fact]
    public async Task A_program_that_is_written_for_ever_is_given_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux refuses to start such a program.");
        ReplaceGo([.. "#!/bin/sh\n"u8]);
        await using var writer = new FileStream(Go, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);

        Assert.Contains("open for writing", (await FailAsync()).Problem, StringComparison.Ordinal);
    }

    private void ReplaceGo(byte[] content)
    {
        File.WriteAllBytes(Go, content);
        SetMode(Executable);
    }

    private void SetMode(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Go, mode);
        }
    }
}
