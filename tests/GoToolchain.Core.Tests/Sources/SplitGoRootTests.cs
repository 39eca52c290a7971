using GoToolchain.Fixtures;
using GoToolchain.Sources.Apt;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Core.Tests.Sources;

public sealed class SplitGoRootTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Links_into_the_share_directory_become_what_they_lead_to_with_modes_kept()
    {
        _scratch.CreateFile("p/usr/lib/go-1.22/bin/go", "program", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _scratch.CreateLink("p/usr/lib/go-1.22/src", "../../share/go-1.22/src");
        _scratch.CreateLink("p/usr/lib/go-1.22/pkg/include", "/usr/share/go-1.22/pkg/include");
        _scratch.CreateFile("p/usr/lib/go-1.22/pkg/tool/compile");
        _scratch.CreateFile("p/usr/share/go-1.22/src/fmt/print.go", "package fmt");
        _scratch.CreateLink("p/usr/share/go-1.22/src/same.go", "fmt/print.go");
        _scratch.CreateFile("p/usr/share/go-1.22/pkg/include/textflag.h");
        _scratch.CreateFile("p/usr/share/go-1.22/VERSION", "go1.22.12");
        _scratch.CreateFile("p/usr/share/doc/golang-1.22-go/copyright");

        Assemble();

        Assert.Equal(["VERSION", "bin/go", "pkg/include/textflag.h", "pkg/tool/compile", "src/fmt/print.go", "src/same.go"], Files());
        Assert.Equal("package fmt", File.ReadAllText(_scratch["go/src/same.go"]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserExecute, File.GetUnixFileMode(_scratch["go/bin/go"]));
        }
    }

    [Fact]
    public void No_link_can_bring_in_a_file_of_the_machine()
    {
        _scratch.CreateFile("p/usr/lib/go-1.22/bin/go");
        _scratch.CreateFile("secret", "of the machine");
        _scratch.CreateLink("p/usr/lib/go-1.22/a", "../../../../secret");
        _scratch.CreateLink("p/usr/lib/go-1.22/b", _scratch["secret"]);
        _scratch.CreateLink("p/usr/lib/go-1.22/c", "/etc/passwd");

        Assemble();

        Assert.Equal(["bin/go"], Files());
    }

    [Fact]
    public void Links_in_a_circle_and_back_into_the_tree_are_refused()
    {
        _scratch.CreateLink("p/usr/lib/go-1.22/a", "b");
        _scratch.CreateLink("p/usr/lib/go-1.22/b", "a");
        Assert.Contains("circle", Assert.Throws<GoToolchainException>(Assemble).Problem, StringComparison.Ordinal);

        File.Delete(_scratch["p/usr/lib/go-1.22/a"]);
        File.Delete(_scratch["p/usr/lib/go-1.22/b"]);
        _scratch.CreateLink("p/usr/lib/go-1.22/x/up", "..");
        Assert.Contains("back into", Assert.Throws<GoToolchainException>(Assemble).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_without_the_tree_is_told()
    {
        _scratch.CreateFile("p/usr/lib/go-9.9/bin/go");
        var error = Assert.Throws<GoToolchainException>(Assemble);
        Assert.Equal(GoErrorCodes.IncompleteToolchain, error.Code);
        Assert.Contains("/usr/lib/go-1.22", error.Problem, StringComparison.Ordinal);
    }

    private void Assemble() => new SplitGoRoot(_scratch["p"], NullLogger.Instance).Assemble("go-1.22", _scratch["go"]);

    private string[] Files() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(_scratch["go"], "*", SearchOption.AllDirectories)
                .Where(e => !Directory.Exists(e))
                .Select(e => Path.GetRelativePath(_scratch["go"], e))
                .Order(StringComparer.Ordinal),
        ];
}
