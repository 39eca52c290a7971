using System.Text;
using GoToolchain.Environments;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>A go/env file may be anything; it is always understood, never waited for, and never an exception.</summary>
public sealed class GoEnvFileTests : IDisposable
{
    private readonly GoSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    private GoEnvFile Read() => GoEnvFileReader.ReadUserFile(_sandbox.Machine, null);

    private GoEnvFile Read(ReadOnlySpan<byte> content)
    {
        _sandbox.WriteUserFile(content);
        return Read();
    }

    private static string ProblemOf(GoEnvFile file) => Assert.Single(file.Lines, l => l.Problem is not null).Problem!;

    [Fact]
    public void Without_a_file_there_is_no_problem()
    {
        var file = Read();

        Assert.Equal((GoEnvFileState.Absent, null, _sandbox.UserFile), (file.State, file.Problem, file.Path));
    }

    [Fact]
    public void An_empty_file_is_read() => Assert.Equal(GoEnvFileState.Read, Read([]).State);

    [Theory]
    [InlineData("GOPROXY=direct\r\n", "carriage return")]
    [InlineData("GOPROXY=dir\0ect\n", "NUL byte")]
    [InlineData("\uFEFFGOPROXY=direct\n", "byte order mark")]
    [InlineData("export GOPROXY=direct\n", "begins with `export`")]
    [InlineData(" GOPROXY=direct\n", "begins with a blank")]
    [InlineData("GOPROXY = direct\n", "blank between GOPROXY and `=`")]
    [InlineData("goproxy=direct\n", "capital letter")]
    [InlineData("GOPROXY direct\n", "no `=`")]
    [InlineData("GOPROXY='direct'\n", "quotes around the value of GOPROXY")]
    [InlineData("GONOSUCH=1\n", "GONOSUCH is no variable")]
    [InlineData("GODEBUG=x=1\n", "counts only in the environment")]
    [InlineData("GOVERSION=go1.2\n", "computed by Go")]
    [InlineData("GOROOT=/usr/local/go\n", "pins every `go`")]
    public void What_is_wrong_with_a_line_is_said(string line, string problem)
    {
        var file = Read(Encoding.UTF8.GetBytes("# comment\n\n" + line.TrimStart('\uFEFF')));
        if (line[0] == '\uFEFF')
        {
            file = Read(Encoding.UTF8.GetBytes(line));
        }

        Assert.Contains(problem, ProblemOf(file), StringComparison.Ordinal);
        Assert.Equal(line[0] == '\uFEFF' ? 1 : 3, file.Lines.Single(l => l.Problem is not null).Number);
    }

    [Theory]
    [InlineData("GOFLAGS='-ldflags=-s -w' -trimpath\n")]
    [InlineData("CC=\"/opt/my cc\"\n")]
    [InlineData("CGO_CFLAGS='-DA B'\nGOPRIVATE=\n")]
    public void What_go_env_w_may_write_is_no_problem(string content) =>
        Assert.DoesNotContain(Read(Encoding.UTF8.GetBytes(content)).Lines, l => l.Problem is not null);

    [Fact]
    public void Bytes_that_are_not_UTF8_and_UTF16_text_are_called_that()
    {
        Assert.Contains("not UTF-8", ProblemOf(Read([.. "GOPROXY=d"u8, 0xff, 0xfe, (byte)'\n'])), StringComparison.Ordinal);
        Assert.Contains(
            Read([0xff, 0xfe, .. Encoding.Unicode.GetBytes("GOPROXY=direct\n")]).Lines,
            l => l.Problem!.Contains("UTF-16", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_variable_that_this_Go_does_not_know_yet_is_a_problem_for_it_only()
    {
        _sandbox.WriteUserFile("GOTOOLCHAIN=local\n"u8);

        Assert.Contains(
            "only from Go 1.21 on",
            ProblemOf(GoEnvFileReader.ReadUserFile(_sandbox.Machine, GoVersion.Parse("1.19.8"))),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(GoEnvFileReader.ReadUserFile(_sandbox.Machine, GoVersion.Parse("1.23.5")).Lines, l => l.Problem is not null);
    }

    [Fact]
    public void A_directory_in_its_place_is_passed_over_as_go_does()
    {
        Directory.CreateDirectory(_sandbox.UserFile);

        var file = Read();

        Assert.Equal(GoEnvFileState.Unreadable, file.State);
        Assert.Contains("is a directory", file.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_nowhere_or_in_a_circle_is_named()
    {
        _sandbox.Scratch.CreateLink("home/.config/go/env", "env");

        Assert.Equal(GoEnvFileState.Unreadable, Read().State);
    }

    [Fact]
    public async Task A_pipe_is_never_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in the file system.");
        Directory.CreateDirectory(Path.GetDirectoryName(_sandbox.UserFile)!);
        using var mkfifo = System.Diagnostics.Process.Start("mkfifo", [_sandbox.UserFile]);
        await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);

        // Opening it would wait for ever.
        var file = await Task.Run(Read, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(GoEnvFileState.NotRegular, file.State);
        Assert.Contains("wait for it for ever", file.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_gigabyte_is_not_read_to_its_end()
    {
        _sandbox.WriteUserFile("GOPROXY=direct\n"u8);
        using (var stream = File.OpenWrite(_sandbox.UserFile))
        {
            stream.SetLength(1L << 30);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = Read();

        Assert.Equal(GoEnvFileState.TooLong, file.State);
        Assert.Equal("direct", file.Find("GOPROXY")!.Value);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 50_000_000);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_passed_over_as_go_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        _sandbox.Scratch.CreateFile("home/.config/go/env", "GOPROXY=direct\n", UnixFileMode.None);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_sandbox.Scratch.Root, (UnixFileMode)0b111_101_101);
        }

        var machine = _sandbox.Machine;
        var file = OrdinaryUser.Look(() => GoEnvFileReader.ReadUserFile(machine, null));

        Assert.Equal(GoEnvFileState.Unreadable, file.State);
        Assert.Contains("may not be read by this user", file.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void GOENV_off_and_a_missing_HOME_are_told_apart()
    {
        _sandbox.Variables["GOENV"] = "off";
        Assert.Equal(GoEnvFileState.Off, Read().State);

        _sandbox.Variables.Remove("GOENV");
        _sandbox.Variables.Remove("HOME");
        Assert.Equal(GoEnvFileState.NoPlace, Read().State);
        Assert.Contains("neither $XDG_CONFIG_HOME nor $HOME is set", Read().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_GOROOT_that_keeps_go_from_starting_is_removed_and_go_works_again()
    {
        var go = await TestGo.EnsureAsync("1.23");
        _sandbox.WriteUserFile("# mine\nGOPROXY=direct\nGOROOT=/nowhere\n\nGOPRIVATE=x\r\nGOROOT=/elsewhere\nnonsense \xff"u8);
        Assert.Equal(2, (await _sandbox.AskAsync(go, "env", "-u", "GOROOT")).ExitCode);

        var fix = GoEnvFileFix.Unset(_sandbox.Machine, Read(), "GOROOT")!;
        var before = await File.ReadAllBytesAsync(_sandbox.UserFile, TestContext.Current.CancellationToken);
        Assert.Contains("copy of the old file stays", fix.Description, StringComparison.Ordinal);
        var done = await fix.ApplyAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            "# mine\nGOPROXY=direct\n\nGOPRIVATE=x\r\nnonsense \xff"u8.ToArray(),
            await File.ReadAllBytesAsync(_sandbox.UserFile, TestContext.Current.CancellationToken)
        );
        var backup = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_sandbox.UserFile)!, "*.backup"));
        Assert.Contains(backup, done, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(backup, TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(_sandbox.UserFile)!).Length);
        Assert.Equal(0, (await _sandbox.AskAsync(go, "env", "GOROOT")).ExitCode);
    }

    [Fact]
    public async Task An_edit_keeps_the_permissions_and_the_link_and_is_done_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has neither modes nor links for everybody.");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var target = _sandbox.Scratch.CreateFile("dotfiles/go-env", "GOPROXY=direct\r\n", mode);
        var link = _sandbox.Scratch.CreateLink("home/.config/go/env", target);

        var fix = GoEnvFileFix.Clean(_sandbox.Machine, Read())!;
        var second = GoEnvFileFix.Clean(_sandbox.Machine, Read())!;
        await fix.ApplyAsync(TestContext.Current.CancellationToken);

        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.Equal("GOPROXY=direct\n", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(mode, File.GetUnixFileMode(target));
        }

        Assert.Contains("edited already", await second.ApplyAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_sandbox.Scratch["dotfiles"], "*.backup"));
        Assert.Null(GoEnvFileFix.Clean(_sandbox.Machine, Read()));
    }

    [Fact]
    public async Task An_edit_that_cannot_be_made_leaves_the_file_as_it_was()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A read-only file system is needed.");
        using var mount = ScratchMount.With("size=1m");
        var file = Path.Combine(mount.Point, "env");
        await File.WriteAllTextAsync(file, "GOPROXY=direct\r\n", TestContext.Current.CancellationToken);
        mount.Remount("ro");
        _sandbox.Variables["GOENV"] = file;

        var fix = GoEnvFileFix.Clean(_sandbox.Machine, Read())!;
        var failure = await Assert.ThrowsAsync<GoToolchainException>(() => fix.ApplyAsync(TestContext.Current.CancellationToken));

        Assert.Same(GoErrorCodes.FixFailed, failure.Code);
        Assert.Equal([file], Directory.GetFiles(mount.Point));
    }
}
