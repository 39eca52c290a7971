using System.Globalization;
using System.Text;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>What becomes of start-up files, byte by byte.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class ShellBlockTests
{
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What a file holds before; null: it is not there.</summary>
    public static TheoryData<string, string?> Contents =>
        new()
        {
            { "no file", null },
            { "an empty file", "" },
            { "a usual file", "# mine\nexport A=1\n" },
            { "no end of the last line", "# mine\nexport A=1" },
            { "CRLF", "# mine\r\nexport A=1\r\n" },
            { "CRLF, no end of the last line", "# mine\r\nexport A=1" },
            { "a lone CR at the end", "export A=1\r" },
            { "only line ends", "\n\n\n" },
            { "Latin-1 and a byte order mark", "\u00ef\u00bb\u00bf# f\u00fcr mich \u00ff\n" },
        };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Installed_twice_and_removed_once_every_file_has_its_bytes(string what, string? content)
    {
        _ = what;
        using var home = await new BlockHome().WithGoAsync();
        string[] files = [".profile", ".bashrc", ".zshenv", ".config/fish/config.fish", ".config/powershell/profile.ps1"];
        if (content is not null)
        {
            Assert.All(files, f => home.Write(f, Encoding.Latin1.GetBytes(content)));
        }

        var before = Tree(home.Home);
        var first = await home.InstallAsync(Enum.GetValues<GoShell>());
        var after = Tree(home.Home);
        var second = await home.InstallAsync(Enum.GetValues<GoShell>());
        var again = Tree(home.Home);
        var removed = await home.RemoveAsync();

        Assert.Equal(files.Select(f => home[f]), first.Files.Select(f => f.File));
        Assert.All(first.Files, f => Assert.Equal(content is null ? ShellFileAction.Created : ShellFileAction.Added, f.Action));
        Assert.All(first.Files, f => Assert.Equal(content is not null, f.Backup is not null));
        Assert.All(files, f => Assert.StartsWith(content ?? "", after[f], StringComparison.Ordinal));
        Assert.False(second.IsChange);
        Assert.Equal(after, again);
        Assert.All(removed.Files, f => Assert.Equal(content is null ? ShellFileAction.Deleted : ShellFileAction.Restored, f.Action));
        Assert.Equal(before, Tree(home.Home));
        Assert.Empty((await home.RemoveAsync()).Files);
    }

    [Fact]
    public async Task What_the_user_writes_behind_and_before_the_block_stays()
    {
        using var home = await new BlockHome().WithGoAsync();
        var file = home.Write(".bashrc", "export A=1");
        await home.InstallAsync(GoShell.Bash);
        await File.WriteAllTextAsync(file, $"# before\n{await File.ReadAllTextAsync(file, Cancel)}export B=2\n", Cancel);

        Assert.False((await home.InstallAsync(GoShell.Bash)).IsChange);
        await home.RemoveAsync();

        Assert.Equal("# before\nexport A=1\nexport B=2\n", await File.ReadAllTextAsync(file, Cancel));
    }

    [Fact]
    public async Task Another_go_replaces_the_block_and_keeps_the_way_back()
    {
        using var home = await new BlockHome().WithGoAsync();
        var file = home.Write(".bashrc", "export A=1");
        await home.InstallAsync(GoShell.Bash);
        home.Variables["GOBIN"] = "/opt/gobin";

        var report = await home.InstallAsync(GoShell.Bash);
        var text = await File.ReadAllTextAsync(file, Cancel);
        await home.RemoveAsync();

        Assert.All(report.Files, f => Assert.Equal(ShellFileAction.Updated, f.Action));
        Assert.Contains("/opt/gobin", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/go/bin\"", text, StringComparison.Ordinal);
        Assert.Equal("export A=1", await File.ReadAllTextAsync(file, Cancel));
        Assert.False(File.Exists(home[".profile"]));
    }

    [Fact]
    public async Task A_dry_run_shows_the_difference_and_writes_nothing()
    {
        using var home = await new BlockHome().WithGoAsync();
        home.Write(".bashrc", "export A=1\n");
        var before = Tree(home.Home);

        var report = await home.Manager().InstallShellBlockAsync(home.Options(force: false, GoShell.Bash) with { DryRun = true }, Cancel);

        Assert.Equal(before, Tree(home.Home));
        var diff = Assert.Single(report.Files, f => f.File == home[".bashrc"]).Diff;
        Assert.StartsWith(
            $"--- {home[".bashrc"]}\n+++ {home[".bashrc"]}\n@@ -1,1 +1,13 @@\n export A=1\n+# >>> gotoolchain >>>",
            diff,
            StringComparison.Ordinal
        );
        Assert.Contains("--- /dev/null\n", report.Files[0].Diff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_file_is_refused_and_no_other_is_written()
    {
        using var home = await new BlockHome().WithGoAsync();
        var file = home.Write(".bashrc", "export A=1\n");
        home.Write(".profile", "export B=1\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        var before = Tree(home.Home);

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => home.InstallAsync(GoShell.Bash));

        Assert.Equal(GoErrorCodes.StartFileNotWritable, error.Code);
        Assert.Contains($"{file} cannot be edited: it is read-only.", error.Problem, StringComparison.Ordinal);
        Assert.Contains("chmod u+w", error.NextStep, StringComparison.Ordinal);
        Assert.Equal(before, Tree(home.Home));
        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_link_stays_one_and_the_file_that_it_leads_to_keeps_its_permissions()
    {
        using var home = await new BlockHome().WithGoAsync();
        var target = home.Write("dotfiles/bashrc", "export A=1\n");
        File.SetUnixFileMode(target, ReadWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(home[".bashrc"], "dotfiles/bashrc");

        var report = await home.InstallAsync(GoShell.Bash);

        Assert.Equal("dotfiles/bashrc", new FileInfo(home[".bashrc"]).LinkTarget);
        Assert.Equal(target, Assert.Single(report.Files, f => f.File == home[".bashrc"]).Target);
        Assert.Equal(ReadWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(target));
        Assert.Contains("# >>> gotoolchain >>>", await File.ReadAllTextAsync(target, Cancel), StringComparison.Ordinal);
        await home.RemoveAsync();
        Assert.Equal("dotfiles/bashrc", new FileInfo(home[".bashrc"]).LinkTarget);
        Assert.Equal("export A=1\n", await File.ReadAllTextAsync(target, Cancel));
        Assert.Equal(ReadWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(target));
    }

    [Fact]
    public async Task Two_names_of_one_file_hold_one_block()
    {
        using var home = await new BlockHome().WithGoAsync();
        home.Write(".bashrc", "export A=1\n");
        File.CreateSymbolicLink(home[".bash_profile"], ".bashrc");

        await home.InstallAsync(GoShell.Bash);

        var text = await File.ReadAllTextAsync(home[".bashrc"], Cancel);
        Assert.Equal(2, text.Split("# >>> gotoolchain >>>").Length);
        await home.RemoveAsync();
        Assert.Equal("export A=1\n", await File.ReadAllTextAsync(home[".bashrc"], Cancel));
    }

    [Fact]
    public async Task The_owner_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root can give files to other users.");
        using var home = await new BlockHome().WithGoAsync();
        var file = home.Write(".bashrc", "export A=1\n");
        File.SetUnixFileMode(file, ReadWrite | UnixFileMode.OtherRead);
        FileOwner.Give(file, 65534);

        await home.InstallAsync(GoShell.Bash);

        Assert.Equal("65534:65534 604", (await home.RunAsync("stat", "-c", "%u:%g %a", file))[0]);
    }

    [Theory]
    [InlineData("/go/bin", "/my/bin")]
    [InlineData("unset gotoolchain_path gotoolchain_dir\n", "unset gotoolchain_path gotoolchain_dir\nexport MINE=1\n")]
    [InlineData(" joined", "")]
    [InlineData("format=1", "format=2")]
    public async Task An_edited_block_is_left_alone(string written, string edited)
    {
        using var home = await new BlockHome().WithGoAsync();
        var file = home.Write(".bashrc", "export A=1");
        await home.InstallAsync(GoShell.Bash);
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file, Cancel)).Replace(written, edited, StringComparison.Ordinal),
            Cancel
        );
        var before = Tree(home.Home);

        var install = await Assert.ThrowsAsync<GoToolchainException>(() => home.InstallAsync(GoShell.Bash));
        var remove = await Assert.ThrowsAsync<GoToolchainException>(() => home.RemoveAsync());

        Assert.All([install, remove], e => Assert.Equal(GoErrorCodes.ShellBlockEdited, e.Code));
        Assert.Equal($"{file}:2", install.Place);
        Assert.Contains("--force", install.NextStep, StringComparison.Ordinal);
        Assert.Equal(before, Tree(home.Home));

        var forced = await home.InstallAsync(force: true, GoShell.Bash);
        Assert.Equal(before[".bashrc"], await File.ReadAllTextAsync(Assert.Single(forced.Files, f => f.File == file).Backup!, Cancel));
        Assert.False((await home.InstallAsync(GoShell.Bash)).IsChange);
    }

    [Theory]
    [InlineData("# >>> gotoolchain >>> format=1 sum=0\nexport A=1\n", 1)]
    [InlineData("export A=1\n# <<< gotoolchain <<<\n", 2)]
    [InlineData("# >>> gotoolchain >>>\n# >>> gotoolchain >>>\n# <<< gotoolchain <<<\n", 1)]
    public async Task A_mark_without_its_counterpart_is_an_error_with_its_place(string text, int line)
    {
        using var home = await new BlockHome().WithGoAsync();
        var file = home.Write(".bashrc", text);

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => home.InstallAsync(force: true, GoShell.Bash));

        Assert.Equal(GoErrorCodes.ShellBlockBroken, error.Code);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}"), error.Place);
        Assert.Equal(text, await File.ReadAllTextAsync(file, Cancel));
    }

    [Fact]
    public async Task What_is_no_text_is_refused()
    {
        using var home = await new BlockHome().WithGoAsync();
        home.Write(".config/powershell/profile.ps1", Encoding.Unicode.GetPreamble());
        Directory.CreateDirectory(home[".bashrc"]);
        File.CreateSymbolicLink(home[".zshenv"], "/no/such/file");

        foreach (var shell in (GoShell[])[GoShell.Bash, GoShell.Zsh, GoShell.PowerShell])
        {
            var error = await Assert.ThrowsAsync<GoToolchainException>(() => home.InstallAsync(shell));
            Assert.Equal(GoErrorCodes.StartFileNotText, error.Code);
        }

        Assert.False(File.Exists(home[".profile"]));
    }

    [Fact]
    public async Task Only_the_shells_that_the_user_has_get_a_block()
    {
        using var home = await new BlockHome().WithGoAsync();
        home.Variables["SHELL"] = "/usr/bin/fish";
        home.Write(".zshrc", "");

        var report = await home.InstallAsync();

        Assert.Equal([home[".zshenv"], home[".zshrc"], home[".config/fish/config.fish"]], report.Files.Select(f => f.File));
    }

    [Theory]
    [InlineData(".profile", ".profile")]
    [InlineData(".bash_profile", ".bash_profile")]
    [InlineData(".bash_login,.profile", ".bash_login,.profile")]
    [InlineData(".bash_profile,.bash_login,.profile", ".bash_profile,.profile")]
    [InlineData("", ".profile")]
    public async Task Bash_gets_it_where_it_looks_first_at_login(string present, string written)
    {
        using var home = await new BlockHome().WithGoAsync();
        Assert.All(present.Split(',', StringSplitOptions.RemoveEmptyEntries), f => home.Write(f, "export A=1\n"));

        var report = await home.InstallAsync(GoShell.Bash);

        Assert.Equal([.. written.Split(','), ".bashrc"], report.Files.Select(f => Path.GetFileName(f.File)));
    }

    [Fact]
    public async Task A_line_that_sets_goroot_is_named()
    {
        using var home = await new BlockHome().WithGoAsync();
        var file = home.Write(".bashrc", "export GOROOT=/usr/local/go\n");

        var report = await home.InstallAsync(GoShell.Bash);

        Assert.Contains(report.Remarks, r => r.StartsWith($"{file}:1 sets GOROOT", StringComparison.Ordinal));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Every file but copies, with its bytes.
    private static Dictionary<string, string> Tree(string home) =>
        Directory
            .EnumerateFileSystemEntries(home, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".backup", StringComparison.Ordinal))
            .ToDictionary(
                f => Path.GetRelativePath(home, f),
                f => Directory.Exists(f) ? "" : Encoding.Latin1.GetString(File.ReadAllBytes(f))
            );
}
