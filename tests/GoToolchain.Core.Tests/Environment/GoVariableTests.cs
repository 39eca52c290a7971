using System.Text;
using GoToolchain.Environments;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>What we compute is what <c>go env -json</c> of the real Go prints.</summary>
public sealed class GoVariableTests : IDisposable
{
    private static readonly string[] s_versions = ["1.19", "1.23", "1.27"];

    // Variables of the process, one on a line, and the content of go/env. {HOME} and {ROOT} are replaced.
    private static readonly (string Name, string Process, string UserFile)[] s_worlds =
    [
        ("nothing is set", "", ""),
        ("GOPATH in the process", "GOPATH=/a:/b", ""),
        ("GOPATH in the file", "", "GOPATH=/a:/b\n"),
        ("the process hides the file", "GOPROXY=off\nGOBIN=/bin", "GOPROXY=direct\nGOBIN=/other\n"),
        ("set to nothing in the process", "GOPROXY=", "GOPROXY=direct\n"),
        ("set to nothing in the file", "", "GOPROXY=\nGOSUMDB=\nGOFLAGS=\n"),
        ("the last line wins", "", "GOPROXY=direct\nGOPROXY=off\n"),
        ("comments, blank lines and garbage", "", "# GOPROXY=off\n\ngarbage\n=x\n GOPROXY=direct\nexport GOSUMDB=off\ngoflags=-x\n"),
        ("a blank before the equals sign", "", "GOPROXY =direct\n"),
        ("quotes and blanks are kept", "", "GOPROXY=\"direct\" \nGOPRIVATE= a , b\n"),
        ("Windows line ends", "", "GOPROXY=direct\r\nGOPRIVATE=example.com\r\n"),
        ("no line end at the end", "", "GOPROXY=direct"),
        ("a byte order mark", "", "\uFEFFGOPROXY=direct\nGOSUMDB=off\n"),
        ("a NUL byte", "", "GOPROXY=dir\0ect\nGOPRIVATE=x\n"),
        ("unknown names", "", "GONOSUCH=1\nA=b\nZ\n"),
        ("names that count in the process only", "GODEBUG=a=b", "GODEBUG=c=d\nGOENV=/x\n"),
        ("computed names in the file", "", "GOHOSTOS=plan9\nGOTOOLDIR=/x\nGOVERSION=go1.2\nGOEXE=.com\n"),
        ("GOENV=off", "GOENV=off", "GOPROXY=direct\n"),
        ("GOENV names a file", "GOENV={HOME}/other", "GOPROXY=direct\n"),
        ("GOENV names a directory", "GOENV={HOME}", ""),
        ("no HOME", "HOME=\nGOCACHE={HOME}/c", ""),
        ("relative HOME", "HOME=rel", ""),
        ("XDG directories", "XDG_CONFIG_HOME={HOME}/c\nXDG_CACHE_HOME={HOME}/d", ""),
        ("relative XDG directories", "XDG_CONFIG_HOME=c\nXDG_CACHE_HOME=d", ""),
        ("GOCACHE=off", "GOCACHE=off", ""),
        ("relative GOCACHE", "", "GOCACHE=cache\n"),
        ("GOPATH begins with an empty entry", "GOPATH=:/a", ""),
        ("HOME with a slash at its end", "HOME={HOME}/", ""),
        ("GOROOT spelled oddly in the process", "GOROOT={ROOT}//./", ""),
        ("GOROOT spelled oddly in the file", "", "GOROOT={ROOT}//./\n"),
        ("GOROOT is the default GOPATH", "HOME={ROOT}/..\nGOCACHE={HOME}/c", ""),
        ("another platform", "GOOS=windows\nGOARCH=arm64", ""),
        ("another architecture in the file", "", "GOARCH=arm\n"),
        ("arm with a version", "GOARCH=arm\nGOARM=6", ""),
        ("386", "GOARCH=386", "GO386=sse2\n"),
        ("mips64le", "GOARCH=mips64le", ""),
        ("ppc64le", "GOARCH=ppc64le\nGOPPC64=power9", ""),
        ("riscv64", "GOARCH=riscv64", ""),
        ("wasm", "GOOS=js\nGOARCH=wasm\nGOWASM=satconv", ""),
        ("the amd64 level in the file", "", "GOAMD64=v3\n"),
        ("darwin", "GOOS=darwin", ""),
        ("no C compiler on PATH", "PATH={HOME}", ""),
        ("a C compiler in the process that does not exist", "PATH={HOME}\nCC=nosuch", ""),
        ("a C compiler in the file", "PATH={HOME}", "CC=nosuch\nCXX=c++ -m64\n"),
        ("cgo off in the file", "", "CGO_ENABLED=0\n"),
        ("nonsense for cgo", "CGO_ENABLED=yes", ""),
        ("cgo for another platform", "CGO_ENABLED=1\nGOARCH=arm64", ""),
        ("C flags with quotes", "CGO_CFLAGS=  -O1   '-D A'  \"-I'x\"", "CGO_LDFLAGS=-lm\n"),
        ("C flags with an open quote", "CGO_CPPFLAGS='-DA", ""),
        ("pkg-config with arguments", "PKG_CONFIG=pkgconf --static", ""),
        ("private modules", "GOPRIVATE=a.example,b.example", "GONOPROXY=c.example\n"),
        ("GCCGO on PATH", "GCCGO=sh", "AR=gcc-ar\n"),
        (
            "flags and experiments",
            "GOFLAGS=-mod=mod -trimpath",
            "GOEXPERIMENT=\nGO111MODULE=auto\nGOTMPDIR=/var/tmp\nGOVCS=*:all\nGOINSECURE=x\n"
        ),
    ];

    private readonly GoSandbox _sandbox = new();

    public static TheoryData<string, string> Worlds => [.. s_versions.SelectMany(v => s_worlds.Select(w => (v, w.Name)))];

    public void Dispose() => _sandbox.Dispose();

    private async Task<GoInstallation> PrepareAsync(string version, string world)
    {
        var go = await TestGo.EnsureAsync(version);
        var (_, process, userFile) = s_worlds.Single(w => w.Name == world);
        foreach (var line in Fill(process).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (
                line[..line.IndexOf('=', StringComparison.Ordinal)],
                line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]
            );
            _sandbox.Variables[name] = value;
        }

        if (userFile.Length > 0)
        {
            _sandbox.WriteUserFile(Encoding.UTF8.GetBytes(Fill(userFile)));
        }

        _sandbox.Scratch.CreateFile("home/other", "GOPROXY=off\n");
        return go;

        string Fill(string text) =>
            text.Replace("{HOME}", _sandbox.Home, StringComparison.Ordinal)
                .Replace("{ROOT}", go.Candidate.ResolvedRoot, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task Every_value_is_the_one_that_go_env_prints(string version, string world)
    {
        var go = await PrepareAsync(version, world);

        var computed = _sandbox.Explain(go);
        var expected = await _sandbox.AskEnvironmentAsync(go, computed.Keys);

        Assert.Equal(Lines(expected), Lines(computed.Where(v => IsListed(v.Key, go) && expected.ContainsKey(v.Key))));
    }

    // What go does not list is shown only when it is set.
    private static bool IsListed(string name, GoInstallation go) =>
        GoVariableTable.Find(name)!.ListedSince <= GoVariableTable.Minor(go.Version);

    private static string Lines(IEnumerable<KeyValuePair<string, string>> variables) =>
        string.Join('\n', variables.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}"));

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.23")]
    public async Task Each_value_says_where_it_comes_from_and_what_it_hides(string version)
    {
        var go = await TestGo.EnsureAsync(version);
        _sandbox.Variables["GOPROXY"] = "off";
        _sandbox.WriteUserFile("# mine\nGOPROXY=direct\nGOSUMDB=off\nGOPRIVATE=\n"u8);

        var variables = GoVariableList.Of(GoConfiguration.Read(_sandbox.Machine, go.Candidate)).ToDictionary(v => v.Name);

        Assert.Equal((GoVariableOrigin.Process, null), (variables["GOPROXY"].Origin, variables["GOPROXY"].Place));
        Assert.Contains($"{_sandbox.UserFile}:2: direct", variables["GOPROXY"].Hides);
        Assert.Equal((GoVariableOrigin.UserFile, $"{_sandbox.UserFile}:3"), (variables["GOSUMDB"].Origin, variables["GOSUMDB"].Place));
        Assert.Equal(GoVariableOrigin.Default, variables["GOPRIVATE"].Origin);
        Assert.Equal(GoVariableOrigin.Default, variables["GOROOT"].Origin);
        if (version == "1.23")
        {
            Assert.Equal(2, variables["GOPROXY"].Hides.Count);
            _sandbox.Variables.Remove("GOTOOLCHAIN");
            var toolchain = GoVariableList.Of(GoConfiguration.Read(_sandbox.Machine, go.Candidate)).Single(v => v.Name == "GOTOOLCHAIN");
            Assert.Equal((GoVariableOrigin.RootFile, "auto"), (toolchain.Origin, toolchain.Value));
            Assert.Matches("go\\.env:[0-9]+$", toolchain.Place);
        }
        else
        {
            Assert.DoesNotContain("GOTOOLCHAIN", variables.Keys);
        }
    }
}
