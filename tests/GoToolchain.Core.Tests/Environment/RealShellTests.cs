using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>Real shells, started in each way, after the block was written into their start-up files.</summary>
public sealed class RealShellTests
{
    // For each: which go, its answer, GOROOT, PATH.
    private const string Posix = "command -v go; go version; echo \"GOROOT=$GOROOT\"; echo \"$PATH\"";
    private const string FishProbe = "command -v go; go version; echo \"GOROOT=$GOROOT\"; string join : $PATH";
    private const string PowerShellProbe =
        "(Get-Command go -CommandType Application)[0].Source; go version; \"GOROOT=$env:GOROOT\"; $env:PATH";

    /// <summary>Shell, options, and whether its start-up files put another Go on PATH first.</summary>
    public static TheoryData<string, string, bool> Starts()
    {
        var starts = new TheoryData<string, string, bool>();
        foreach (var hasOther in (bool[])[false, true])
        {
            starts.Add("bash", "-l -c", hasOther);
            starts.Add("bash", "-i -c", hasOther);
            starts.Add("bash", "-l -i -c", hasOther);
            starts.Add("sh", "-l -c", hasOther);
            starts.Add("zsh", "-c", hasOther);
            starts.Add("zsh", "-l -c", hasOther);
            starts.Add("zsh", "-i -c", hasOther);
            starts.Add("zsh", "-l -i -c", hasOther);
            starts.Add("fish", "-c", hasOther);
            starts.Add("fish", "-l -c", hasOther);
            starts.Add("fish", "-i -c", hasOther);
            starts.Add("pwsh", "-Command", hasOther);
        }

        return starts;
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task Every_start_of_a_shell_finds_the_right_go(string shell, string options, bool hasOther)
    {
        BlockHome.Program(shell);
        using var home = await new BlockHome().WithGoAsync();
        if (hasOther)
        {
            AddOtherGo(home);
        }

        await home.InstallAsync(Enum.GetValues<GoShell>());

        var said = await home.RunAsync(shell, [.. options.Split(' '), Probe(shell)]);

        RequireRight(home, said);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task A_script_finds_the_right_go(string shell)
    {
        var program = BlockHome.Program(shell);
        using var home = await new BlockHome().WithGoAsync();
        AddOtherGo(home);
        await home.InstallAsync(Enum.GetValues<GoShell>());
        var script = home.Scratch.CreateFile(
            shell == "pwsh" ? "script.ps1" : "script",
            $"#!{program}\n{Probe(shell)}\n",
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );

        // Bash reads no file for a script: it has the PATH of the shell that starts it.
        var said = shell == "bash" ? await home.RunAsync("bash", "-l", "-c", script) : await home.RunAsync(shell, script);

        RequireRight(home, said);
    }

    [Theory]
    [InlineData("bash", "-i")]
    [InlineData("zsh", "-i")]
    [InlineData("fish", "-i")]
    public async Task Path_does_not_grow_from_shell_to_shell(string shell, string option)
    {
        BlockHome.Program(shell);
        using var home = await new BlockHome().WithGoAsync();
        await home.InstallAsync(Enum.GetValues<GoShell>());
        var path = shell == "fish" ? "string join : $PATH" : "echo \"$PATH\"";

        var once = (await home.RunAsync(shell, option, "-c", path)).Last();
        home.Variables["PROBE"] = path;
        var nested = (await home.RunAsync(shell, option, "-c", $"{shell} {option} -c '{shell} {option} -c \"$PROBE\"'")).Last();

        Assert.Equal(once, nested);
        Assert.Equal(nested.Split(':').Distinct(), nested.Split(':'));
    }

    [Theory]
    [InlineData("bash", "-l -c")]
    [InlineData("zsh", "-c")]
    [InlineData("fish", "-c")]
    [InlineData("pwsh", "-Command")]
    public async Task Any_name_of_a_directory_survives(string shell, string options)
    {
        BlockHome.Program(shell);
        using var home = await new BlockHome("a home's \"$(name)\" `é` \\ “x” & * [a] #").WithGoAsync();
        // As GOBIN, for the name of the Go of the tests is fixed.
        home.Variables["GOBIN"] = home.Scratch.CreateDirectory("b in's \"$(name)\" `é` \\ “x” & * [a] #");

        await home.InstallAsync(Enum.GetValues<GoShell>());
        var gobin = home.Variables["GOBIN"];
        home.Variables.Remove("GOBIN");
        var said = await home.RunAsync(shell, [.. options.Split(' '), Probe(shell)]);

        Assert.StartsWith($"{home.Bin}:{gobin}:", said[^1].Replace(Pwsh(shell), "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("go1.23", said[^3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zsh_finds_it_where_the_files_of_zsh_lie_elsewhere()
    {
        BlockHome.Program("zsh");
        using var home = await new BlockHome().WithGoAsync();
        home.Write(".zshenv", "export ZDOTDIR=\"$HOME/.config/zsh\"\n");
        home.Write(".config/zsh/.zshrc", "export PATH=/nowhere/go/bin:$PATH\n");

        var report = await home.InstallAsync(GoShell.Zsh);

        Assert.Equal([home[".zshenv"], home[".config/zsh/.zshrc"]], report.Files.Select(f => f.File));
        RequireRight(home, await home.RunAsync("zsh", "-c", Posix));
        RequireRight(home, await home.RunAsync("zsh", "-i", "-c", Posix));
    }

    [Theory]
    [InlineData("bash", GoShell.Bash, "eval \"$TEXT\"; ")]
    [InlineData("dash", GoShell.Bash, "eval \"$TEXT\"; ")]
    [InlineData("zsh", GoShell.Zsh, "eval \"$TEXT\"; ")]
    [InlineData("fish", GoShell.Fish, "echo $TEXT | source; ")]
    [InlineData("pwsh", GoShell.PowerShell, "$env:TEXT | Invoke-Expression; ")]
    public async Task The_lines_of_env_give_a_running_shell_go(string shell, GoShell kind, string eval)
    {
        BlockHome.Program(shell);
        using var home = await new BlockHome().WithGoAsync();
        var text = await home.Manager().GetShellEnvironmentAsync(kind, "path:" + home.Go.Root, TestContext.Current.CancellationToken);
        home.Variables["TEXT"] = text.Text;

        var said = await home.RunAsync(shell, shell == "pwsh" ? "-Command" : "-c", eval + Probe(shell));

        Assert.Equal([home.Bin, home.Installed], text.Directories);
        RequireRight(home, said);
        Assert.DoesNotContain("GOROOT", text.Text, StringComparison.Ordinal);
    }

    private static string Probe(string shell) =>
        shell switch
        {
            "fish" => FishProbe,
            "pwsh" => PowerShellProbe,
            _ => Posix,
        };

    // PowerShell itself puts its own directory on PATH.
    private static string Pwsh(string shell) => shell == "pwsh" ? Path.GetDirectoryName(BlockHome.Program(shell)) + ":" : "\0";

    private static void RequireRight(BlockHome home, string[] said)
    {
        Assert.Equal(4, said.Length);
        Assert.Equal(Path.Combine(home.Bin, "go"), said[0]);
        Assert.StartsWith($"go version go{home.Go.Version} ", said[1], StringComparison.Ordinal);
        Assert.Equal("GOROOT=", said[2]);
        Assert.StartsWith($"{home.Bin}:{home.Installed}:", said[3], StringComparison.Ordinal);
        Assert.Single(said[3].Split(':'), home.Bin);
    }

    // What a careful reader of blog posts has: another Go first, in every file that there is.
    private static void AddOtherGo(BlockHome home)
    {
        var other = SyntheticGoRoot.Create(home.Scratch["other"], "1.10");
        File.WriteAllText(other.Go, "#!/bin/sh\necho other go\n");
        var posix = $"export PATH={other["bin"]}:$PATH\n";
        foreach (var file in (string[])[".profile", ".bashrc", ".zshenv", ".zprofile", ".zshrc", ".zlogin"])
        {
            home.Write(file, posix);
        }

        home.Write(".config/fish/config.fish", $"set -x PATH {other["bin"]} $PATH\n");
        home.Write(".config/powershell/profile.ps1", $"$env:PATH = '{other["bin"]}:' + $env:PATH\n");
    }
}
