using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>Which start-up files a shell reads, and what they set: compared with real shells.</summary>
public sealed class StartFileTests : IDisposable
{
    private static readonly string[] s_all =
    [
        ".bash_profile",
        ".bash_login",
        ".profile",
        ".bashrc",
        ".zshenv",
        ".zprofile",
        ".zshrc",
        ".zlogin",
    ];
    private readonly ShellHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("bash at login", "bash", "-l", ".bash_profile .bash_login .profile .bashrc")]
    [InlineData("bash at login", "bash", "-l", ".bash_login .profile .bashrc")]
    [InlineData("bash and sh at login", "bash", "-l", ".profile .bashrc")]
    [InlineData("bash, interactive", "bash", "-i", ".bash_profile .bash_login .profile .bashrc")]
    [InlineData("sh at login", "sh", "-l", ".bash_profile .bash_login .profile .bashrc")]
    [InlineData("nothing", "bash", "+x", ".bash_profile .bash_login .profile .bashrc")]
    [InlineData("every zsh", "zsh", "+x", ".zshenv .zprofile .zshrc .zlogin")]
    [InlineData("every zsh|zsh at login", "zsh", "-l", ".zshenv .zprofile .zshrc .zlogin")]
    [InlineData("every zsh|zsh, interactive", "zsh", "-i", ".zshenv .zprofile .zshrc .zlogin")]
    public async Task A_shell_reads_the_files_that_we_say_it_reads(string readers, string shell, string option, string files)
    {
        foreach (var file in files.Split(' '))
        {
            _home.Write(file, $"export GOFLAGS=-tags={file}\nexport READ{file.Replace('.', '_')}=1\n");
        }

        var variables = await _home.StartAsync(shell, option);

        var read = s_all.Where(f => variables.ContainsKey($"READ{f.Replace('.', '_')}"));
        var said = _home
            .Survey()
            .Settings.Where(s => readers.Split('|').Any(r => s.ReadBy.StartsWith(r, StringComparison.Ordinal)))
            .Where(s => s.File.StartsWith(_home.Home, StringComparison.Ordinal))
            .Select(s => Path.GetFileName(s.File));
        Assert.Equal(s_all.Where(said.Contains), read);
    }

    [Theory]
    [InlineData("export GOPATH=$HOME/go")]
    [InlineData("export GOPATH=~/go:~/other")]
    [InlineData("export GOPATH=\"$HOME/with blank\"")]
    [InlineData("export GOPATH='$HOME/go'")]
    [InlineData("GOPATH=$HOME/go; export GOPATH")]
    [InlineData("export GOPATH=${HOME}/go GOBIN=/b")]
    [InlineData("export GOPATH=${NOT_SET:-$HOME/default}")]
    [InlineData("export GOPATH=${HOME:+$HOME/set}")]
    [InlineData("export GOPATH=${NOT_SET-x}${HOME-y}")]
    [InlineData("export GOPATH=/a\\ b # a comment")]
    [InlineData("export GOPATH=/a#b")]
    [InlineData("if [ -d / ]; then export GOPATH=/in/condition; fi")]
    [InlineData("[ -d / ] && export GOPATH=/after/and")]
    [InlineData("BASE=/opt/go; export GOPATH=$BASE/path")]
    [InlineData("export GOPATH=/first\nexport GOPATH=/second")]
    [InlineData("export GOPATH=/first\nexport GOPATH=$GOPATH:/more")]
    [InlineData("export GOPATH=\\\n/on/the/next/line")]
    [InlineData("cat <<END >/dev/null\nexport GOPATH=/in/text\nEND\nexport GOPATH=/real")]
    [InlineData("GOPATH=/for/this/command true\nexport GOPATH=/real")]
    [InlineData("export GOPATH=\"a\"'b'c")]
    [InlineData("export GOPATH=\"\\$HOME \\\"quoted\\\"\"")]
    public async Task A_value_is_the_one_that_the_shell_computes(string line)
    {
        _home.Write(".profile", line + "\n");

        var actual = (await _home.StartAsync("sh", "-l"))["GOPATH"];

        var setting = _home.Survey().Settings.Last(s => s.Name == "GOPATH");
        Assert.Equal(actual, setting.Value);
    }

    [Theory]
    [InlineData("export GOPATH=$(cat /etc/gopath)")]
    [InlineData("export GOPATH=`pwd`/go")]
    [InlineData("export GOPATH=\"$(dirname \"$HOME\")\"")]
    [InlineData("export GOPATH=~other/go")]
    [InlineData("export GOPATH=${HOME%/*}/go")]
    public void What_only_running_would_tell_has_no_value(string line)
    {
        _home.Write(".profile", line + "\n");

        var setting = Assert.Single(_home.Survey().Settings);

        Assert.Null(setting.Value);
        Assert.False(setting.IsCurrent);
        Assert.Equal(line["export GOPATH=".Length..], setting.Text);
    }

    [Fact]
    public async Task A_file_that_another_reads_is_followed_and_a_circle_ends()
    {
        _home.Write(".profile", ". \"$HOME/.env\"\n");
        _home.Write(".env", "source ~/.profile\nexport GOBIN=$HOME/bin\n");
        _home.Variables["GOBIN"] = Path.Combine(_home.Home, "bin");

        var setting = Assert.Single(_home.Survey().Of("GOBIN"));

        Assert.Equal((Path.Combine(_home.Home, ".env"), 2), (setting.File, setting.Line));
        Assert.Equal("bash and sh at login", setting.ReadBy);
        Assert.True(setting.IsCurrent);
        _home.Write(".env", "export GOBIN=$HOME/bin\n");
        Assert.Equal(setting.Value, (await _home.StartAsync("bash", "-l"))["GOBIN"]);
    }

    [Fact]
    public void The_line_that_gave_the_present_value_comes_first()
    {
        _home.Write(".profile", "export GOPROXY=direct\n");
        _home.Write(".bashrc", "\nexport GOPROXY=off\n");
        _home.Variables["GOPROXY"] = "direct";

        var settings = _home.Survey().Of("GOPROXY");

        Assert.Equal([true, false], settings.Select(s => s.IsCurrent));
        Assert.Equal($"{_home.Home}/.profile:1", settings[0].Place);
        Assert.Equal($"{_home.Home}/.bashrc:2", settings[1].Place);
    }

    [Fact]
    public void A_line_that_adds_to_PATH_is_known_by_the_directories_that_it_adds()
    {
        _home.Write(".profile", "export PATH=\"$PATH:/opt/go/bin:$HOME/go/bin\"\nexport PATH=/first${PATH:+:${PATH}}\n");
        _home.Variables["PATH"] = $"/first:/usr/bin:/opt/go/bin:{_home.Home}/go/bin";

        var settings = _home.Survey().Settings.Where(s => s.Name == "PATH").ToArray();

        Assert.Equal([$"/opt/go/bin:{_home.Home}/go/bin", "/first"], settings.Select(s => s.Value));
        Assert.All(settings, s => Assert.True(s.IsCurrent));
    }

    [Fact]
    public void Fish_is_understood()
    {
        _home.Write(
            ".config/fish/config.fish",
            "set -gx GOPATH $HOME/go\nset -x GOBIN (go env GOPATH)/bin\nset local /x\nfish_add_path /opt/go/bin\n"
        );
        _home.Write(".config/fish/conf.d/go.fish", "if status is-login\n  set --export GOPROXY direct\nend\n");
        _home.Write(
            ".config/fish/fish_variables",
            "# VERSION: 3.0\nSETUVAR --export GOSUMDB:sum\\x2egolang.org\nSETUVAR fish_user_paths:/a\\x1e/b\nSETUVAR GOFLAGS:x\n"
        );

        var settings = _home.Survey().Settings.ToDictionary(s => $"{s.Name}@{Path.GetFileName(s.File)}", s => s.Value);

        Assert.Equal($"{_home.Home}/go", settings["GOPATH@config.fish"]);
        Assert.Null(settings["GOBIN@config.fish"]);
        Assert.Equal("/opt/go/bin", settings["PATH@config.fish"]);
        Assert.Equal("direct", settings["GOPROXY@go.fish"]);
        Assert.Equal("sum.golang.org", settings["GOSUMDB@fish_variables"]);
        Assert.Equal("/a:/b", settings["PATH@fish_variables"]);
        Assert.Equal(6, settings.Count);
    }

    [Fact]
    public async Task Fish_itself_says_the_same()
    {
        _home.Write(".config/fish/config.fish", "set -gx GOPATH $HOME/go\n");
        _home.Write(".config/fish/conf.d/go.fish", "set --export GOPROXY direct\n");
        _home.Write(".config/fish/fish_variables", "# VERSION: 3.0\nSETUVAR --export GOSUMDB:sum\\x2egolang\\x2eorg\n");

        var variables = await _home.StartAsync("fish");

        Assert.All(_home.Survey().Settings, s => Assert.Equal(variables[s.Name], s.Value));
        Assert.Equal(3, _home.Survey().Settings.Count);
    }

    [Fact]
    public void Zsh_is_followed_to_its_own_directory()
    {
        _home.Write(".zshenv", "export ZDOTDIR=$HOME/.config/zsh\n");
        _home.Write(".config/zsh/.zshrc", "path=(/opt/go/bin $path)\nexport GOROOT=/gone\n");

        var settings = _home.Survey().Settings.ToDictionary(s => s.Name);

        Assert.Equal("/opt/go/bin", settings["PATH"].Value);
        Assert.Equal(("/gone", "zsh, interactive"), (settings["GOROOT"].Value, settings["GOROOT"].ReadBy));
    }

    [Fact]
    public void Lists_of_sessions_are_understood()
    {
        _home.Scratch.CreateFile("system/etc/environment", "PATH=\"/usr/bin:/opt/go/bin\"\nGOFLAGS=$HOME\n");
        _home.Write(".pam_environment", "GOPATH DEFAULT=@{HOME}/go\nGOBIN=/b\n");
        _home.Write(".config/environment.d/go.conf", "GOCACHE=${HOME}/cache\n");

        var settings = _home.Survey().Settings.ToDictionary(s => s.Name, s => s.Value);

        Assert.Equal("$HOME", settings["GOFLAGS"]);
        Assert.Equal("/usr/bin:/opt/go/bin", settings["PATH"]);
        Assert.Equal($"{_home.Home}/go", settings["GOPATH"]);
        Assert.Equal("/b", settings["GOBIN"]);
        Assert.Equal($"{_home.Home}/cache", settings["GOCACHE"]);
    }

    [Fact]
    public void PowerShell_is_understood()
    {
        _home.Write(
            ".config/powershell/profile.ps1",
            "$env:GOPATH = \"$env:HOME/go\"\n$env:GOROOT='/opt/$go'\n$env:PATH += \":/opt/go/bin\"\n$env:GOBIN = Join-Path $x bin\n"
        );

        var settings = _home.Survey().Settings.ToDictionary(s => s.Name, s => s.Value);

        Assert.Equal($"{_home.Home}/go", settings["GOPATH"]);
        Assert.Equal("/opt/$go", settings["GOROOT"]);
        Assert.Equal("/opt/go/bin", settings["PATH"]);
    }

    [Theory]
    [InlineData("eval \"$(goenv init -)\"", "goenv")]
    [InlineData("[[ -s \"$HOME/.gvm/scripts/gvm\" ]] && source \"$HOME/.gvm/scripts/gvm\"", "gvm")]
    [InlineData("[ -s \"${HOME}/.g/env\" ] && \\. \"${HOME}/.g/env\"", "g")]
    [InlineData("eval \"$(mise activate bash)\"", "mise")]
    [InlineData(". $HOME/.asdf/asdf.sh", "asdf")]
    public void A_version_manager_is_named(string line, string program)
    {
        _home.Write(".bashrc", "# my shell\n" + line + "\n");

        var hint = Assert.Single(_home.Survey().Hints);

        Assert.Equal((program, 2), (hint.Program, hint.Line));
    }

    [Fact]
    public void Whatever_lies_in_the_place_of_a_start_file_is_no_crash()
    {
        _home.Scratch.CreateDirectory("home/.profile");
        _home.Scratch.CreateLink("home/.bashrc", ".bashrc");
        _home.Write(".zshenv", "export GOPATH=${${${${" + new string('{', 5000) + "\n\0'\"`$(((\nexport 'GOBIN=\nexport GOPATH=$");
        _home.Write(".config/environment.d/x.conf", "=\n==\nGOPATH\n");

        Assert.All(_home.Survey().Settings, s => Assert.Equal("GOPATH", s.Name));
    }
}
