using GoToolchain.Core.Tests.Environments;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Surroundings;

/// <summary>PATH, files that hide others, libraries, go/env as a whole, and places that cannot be written.</summary>
public sealed class PlaceCheckTests
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    [Fact]
    public async Task Odd_entries_of_PATH_are_named()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        sandbox.Variables["PATH"] += "::bin:~/bin:/usr/local/go-that-is-not/bin:/opt/go1.18.2/bin:/etc/passwd";

        var findings = await sandbox.FindAsync();

        Assert.Equal(5, findings.Count);
        Assert.All(findings, f => Assert.Equal(("GOTC6302", HealthSeverity.Warning), (f.Code.Id, f.Severity)));
        var causes = string.Join('\n', findings.Select(f => f.Cause));
        foreach (
            var words in (string[])
                [
                    "Entry 4 of PATH is empty",
                    "`bin`, a relative path",
                    "`~/bin`, with a ~",
                    "/opt/go1.18.2/bin, a Go that",
                    "/etc/passwd, which is no directory",
                ]
        )
        {
            Assert.Contains(words, causes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_program_that_hides_an_installed_one_is_named_with_both()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        sandbox.Scratch.CreateFile("early/gopls", "#!/bin/sh\n", Executable);
        sandbox.Scratch.CreateFile("home/go/bin/gopls", "#!/bin/sh\n", Executable);
        sandbox.Scratch.CreateFile("home/go/bin/other", "#!/bin/sh\n", Executable);
        sandbox.Variables["PATH"] = $"{sandbox.Scratch["early"]}:{sandbox.Variables["PATH"]}:{sandbox.Home}/go/bin";

        var finding = Assert.Single(await sandbox.FindAsync());

        Assert.Equal("GOTC6301", finding.Code.Id);
        Assert.Equal(
            $"`go install` writes {sandbox.Home}/go/bin/gopls, but {sandbox.Scratch["early/gopls"]} comes earlier on PATH.",
            finding.Cause
        );
    }

    [Fact]
    public async Task Another_go_that_comes_earlier_is_named()
    {
        var other = await TestGo.EnsureAsync("1.19");
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        sandbox.Variables["PATH"] = $"{Path.Combine(other.Root, "bin")}:{sandbox.Variables["PATH"]}";

        var finding = Assert.Single(await sandbox.FindAsync());

        Assert.Equal("GOTC6301", finding.Code.Id);
        Assert.Contains($"A shell runs {other.GoExecutable} for `go`", finding.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_in_a_directory_that_is_not_on_PATH_are_named()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        sandbox.Scratch.CreateFile("home/go/bin/tool", "#!/bin/sh\n", Executable);

        var finding = Assert.Single(await sandbox.FindAsync());

        Assert.Equal("GOTC6302", finding.Code.Id);
        Assert.Contains($"{sandbox.Home}/go/bin, which is not on PATH", finding.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_LD_LIBRARY_PATH_is_named_with_the_line_that_sets_it()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        var profile = sandbox.Write(".profile", "export LD_LIBRARY_PATH=/opt/gone/lib\n");
        sandbox.Variables["LD_LIBRARY_PATH"] = "/opt/gone/lib:/usr/lib:";

        var findings = await sandbox.FindAsync();

        Assert.Equal(2, findings.Count);
        Assert.All(findings, f => Assert.Equal(("GOTC6213", $"{profile}:1"), (f.Code.Id, f.Place)));
    }

    [Theory]
    [InlineData("GOPROXY=direct\r\n", "carriage return", true)]
    [InlineData("\uFEFFGOPROXY=direct\n", "byte order mark", true)]
    [InlineData("GOPRIVATE=a\0b\n", "NUL byte", true)]
    [InlineData("GOPRIVATE=\"a\"\n", "quotes around", false)]
    [InlineData("export GOPROXY=direct\n", "`export`", false)]
    public async Task A_damaged_go_env_file_is_understood_and_repaired_where_that_is_safe(string content, string words, bool isFixable)
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        var file = sandbox.WriteUserFile(content);

        var finding = Assert.Single(await sandbox.FindAsync(), f => f.Code == GoErrorCodes.UserFileDamaged);

        Assert.Equal(($"{file}:1", HealthSeverity.Error), (finding.Place, finding.Severity));
        Assert.Contains(words, finding.Cause, StringComparison.Ordinal);
        Assert.Equal(isFixable, finding.Fix is not null);
        if (isFixable)
        {
            await finding.Fix!.ApplyAsync(TestContext.Current.CancellationToken);
            Assert.Empty(await sandbox.FindAsync());
        }
    }

    [Fact]
    public async Task A_file_of_garbage_gives_a_few_findings_and_the_number_of_the_rest()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        sandbox.WriteUserFile(string.Concat(Enumerable.Repeat("garbage\n", 1000)));

        var findings = await sandbox.FindAsync();

        Assert.Equal(6, findings.Count);
        Assert.Contains("995 more lines", findings[5].Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_in_the_place_of_go_env_is_named()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        sandbox.Scratch.CreateDirectory("home/.config/go/env");

        var finding = Assert.Single(await sandbox.FindAsync());

        Assert.Equal("GOTC6203", finding.Code.Id);
        Assert.Contains("is a directory", finding.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_temporary_directory_without_the_right_to_execute_is_named()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        using var mount = ScratchMount.With("size=100m,noexec");
        sandbox.Variables["GOTMPDIR"] = mount.Point;
        sandbox.Level = HealthLevel.Standard;

        var finding = Assert.Single(await sandbox.FindAsync());

        Assert.Equal(("GOTC6304", HealthSeverity.Error), (finding.Code.Id, finding.Severity));
        Assert.NotEqual(0, (await sandbox.GoAsync("run", ".")).ExitCode);
    }

    [Fact]
    public async Task A_full_disk_and_a_read_only_cache_are_named()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        using var full = ScratchMount.With("size=64k");
        using var frozen = ScratchMount.With("size=1m");
        frozen.Remount("ro");
        sandbox.Variables["GOTMPDIR"] = full.Point;
        sandbox.Variables["GOMODCACHE"] = frozen.Point;
        sandbox.Level = HealthLevel.Standard;

        var findings = await sandbox.FindAsync();

        Assert.Equal(["GOTC6303", "GOTC6305"], findings.Select(f => f.Code.Id).Order());
        Assert.Contains(findings, f => f.Cause.Contains("mounted read-only", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Cause.Contains($"{full.Point} (GOTMPDIR)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cache_that_is_a_file_is_named_without_writing()
    {
        using var sandbox = await SurroundingCase.WithAsync("1.23");
        sandbox.Variables["GOMODCACHE"] = sandbox.Scratch.CreateFile("file");

        var finding = Assert.Single(await sandbox.FindAsync());

        Assert.Equal("GOTC6303", finding.Code.Id);
    }
}
