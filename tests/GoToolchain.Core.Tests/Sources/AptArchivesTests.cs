using GoToolchain.Fixtures;
using GoToolchain.Sources.Apt;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Core.Tests.Sources;

/// <summary>Which of the machine's own entries our apt uses, from lists of sources as Debian, Ubuntu and Mint ship them.</summary>
public sealed class AptArchivesTests : IDisposable
{
    private const string DebianSources = """
        Types: deb
        # http://snapshot.debian.org/archive/debian/20250520T000000Z
        URIs: http://archive.example/debian
        Suites: bookworm bookworm-updates
        Components: main
        Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

        Types: deb deb-src
        URIs: http://archive.example/debian-security
        Suites: bookworm-security
        Components: main
        Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
        """;

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Debian_gives_its_suites_its_security_and_its_backports()
    {
        Machine("VERSION_CODENAME=bookworm", ("sources.list.d/debian.sources", DebianSources));
        Assert.Equal(
            """
            Types: deb
            URIs: http://archive.example/debian
            Suites: bookworm bookworm-updates bookworm-backports
            Components: main
            Targets: Packages
            Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

            Types: deb
            URIs: http://archive.example/debian-security
            Suites: bookworm-security
            Components: main
            Targets: Packages
            Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg


            """,
            Choose()
        );
    }

    [Fact]
    public void A_named_suite_comes_from_the_archive_alone()
    {
        Machine("VERSION_CODENAME=bookworm", ("sources.list.d/debian.sources", DebianSources));
        var text = Choose("trixie");
        Assert.Contains("Suites: trixie\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bookworm", text, StringComparison.Ordinal);
        Assert.DoesNotContain("security", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_with_options_and_comments_are_read_and_archives_of_others_are_left_out()
    {
        Machine(
            "ID=ubuntu\nVERSION_CODENAME=noble\nUBUNTU_CODENAME=noble\n",
            (
                "sources.list",
                """
                # deb http://old.example/ubuntu noble main
                deb [arch=amd64,i386 signed-by=/etc/apt/keyrings/a.gpg,/etc/apt/keyrings/b.gpg] http://archive.example/ubuntu noble main universe # ours
                deb http://archive.example/ubuntu noble-backports main
                deb-src http://archive.example/ubuntu noble main
                deb cdrom:[Ubuntu 24.04 _Noble Numbat_]/ noble main
                deb	[trusted=yes]	http://security.example/ubuntu	noble-security	main
                deb http://archive.example/ubuntu jammy main
                deb http://broken.example
                """
            ),
            ("sources.list.d/cloud.list", "deb https://packages.example/apt cloud-sdk-noble main\n"),
            ("sources.list.d/docker.list", "deb [arch=amd64] https://docker.example/linux/ubuntu noble stable\n"),
            ("sources.list.d/node.sources.disabled", "Types: deb\nURIs: https://node.example\nSuites: noble\nComponents: main\n"),
            ("sources.list.d/off.sources", "Enabled: no\nTypes: deb\nURIs: https://off.example\nSuites: noble\nComponents: main\n")
        );
        Assert.Equal(
            """
            Types: deb
            URIs: http://archive.example/ubuntu
            Suites: noble noble-backports
            Components: main universe
            Targets: Packages
            signed-by: /etc/apt/keyrings/a.gpg /etc/apt/keyrings/b.gpg

            Types: deb
            URIs: http://archive.example/ubuntu
            Suites: noble-backports
            Components: main
            Targets: Packages

            Types: deb
            URIs: http://security.example/ubuntu
            Suites: noble-security
            Components: main
            Targets: Packages


            """,
            Choose()
        );
    }

    [Fact]
    public void A_key_inside_the_entry_keeps_its_lines()
    {
        Machine(
            "VERSION_CODENAME=trixie",
            (
                "sources.list.d/x.sources",
                "Types: deb\nURIs: http://archive.example/debian\nSuites: trixie\nComponents: main\nSigned-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mDMEY\n"
            )
        );
        Assert.Contains("\nSigned-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mDMEY\n\n", Choose(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_switches_the_signature_off_is_left_behind()
    {
        Machine(
            "VERSION_CODENAME=trixie",
            (
                "sources.list.d/x.sources",
                "Types: deb\nURIs: http://a.example\nSuites: trixie\nComponents: main\nTrusted: yes\nAllow-Insecure: yes\nCheck-Valid-Until: no\n"
            )
        );
        var text = Choose();
        Assert.DoesNotContain("Trusted", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Insecure", text, StringComparison.Ordinal);
        Assert.Contains("Check-Valid-Until: no\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_that_follows_stable_or_sid_is_understood()
    {
        Machine(
            "VERSION_CODENAME=trixie",
            ("sources.list", "deb http://archive.example/debian stable main\ndeb http://archive.example/debian sid main\n")
        );
        var text = Choose();
        Assert.Contains("Suites: stable stable-backports\n", text, StringComparison.Ordinal);
        Assert.Contains("Suites: sid\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derived_distribution_uses_the_archive_that_it_is_derived_from()
    {
        Machine(
            "VERSION_CODENAME=wilma\nUBUNTU_CODENAME=\"noble\"\n",
            ("sources.list", "deb http://packages.example wilma main upstream\ndeb http://archive.example/ubuntu noble main\n")
        );
        Assert.Contains("URIs: http://archive.example/ubuntu\nSuites: noble noble-backports\n", Choose(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_entry_at_all_is_a_reason_and_not_a_crash()
    {
        Machine("VERSION_CODENAME=trixie", ("sources.list", ""));
        var error = Assert.Throws<GoToolchainException>(() => Choose());
        Assert.Equal(GoErrorCodes.SourceUnavailable, error.Code);
        Assert.Contains("no entry", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.19.8-2", "1.19.8")]
    [InlineData("1.22.12-3~bpo12+1", "1.22.12")]
    [InlineData("1.22.2-2ubuntu0.4", "1.22.2")]
    [InlineData("1.21.1-1~ubuntu22.04.2", "1.21.1")]
    [InlineData("1.24~rc1-1", "1.24rc1")]
    [InlineData("2:1.20+dfsg1-1", "1.20")]
    [InlineData("1.15.15-1~deb10u4", "1.15.15")]
    [InlineData("1.26.0~bpo13+1", "1.26.0")]
    [InlineData("weekly-1", null)]
    public void The_Go_version_is_read_from_the_version_of_a_package(string package, string? version) =>
        Assert.Equal(version, DebianVersion.ToGo(package)?.ToString());

    [Fact]
    public void Programs_and_sources_that_belong_together_make_a_Go_and_the_newest_build_counts()
    {
        const string Digest = "545123039b6c79e75cf2d86528781a825424cf33ce9d3f4513d772d7144cd531";
        var packages = AptPackage
            .Parse(
                string.Concat(
                    Package("golang-1.22-go", "1.22.12-3~bpo12+1", "amd64"),
                    Package("golang-1.22-go", "1.22.12-1", "amd64"),
                    Package("golang-1.22-src", "1.22.12-3~bpo12+1", "all"),
                    Package("golang-1.22-src", "1.22.12-1", "all"),
                    Package("golang-1.19-go", "1.19.8-2+b1", "amd64", "golang-1.19 (1.19.8-2)"),
                    Package("golang-1.19-src", "1.19.8-2", "all"),
                    Package("golang-1.23-go", "1.23.4-1", "amd64"),
                    Package("golang-1.24-go", "1.24.4-1", "arm64"),
                    Package("golang-1.24-src", "1.24.4-1", "all"),
                    $"Package: golang-1.25-go\nVersion: 1.25.0-1\nArchitecture: amd64\nSize: 1\nSHA256: {Digest[1..]}\n\n"
                )
            )
            .ToList();

        var found = AptGo.Match(packages, "amd64");

        Assert.Equal(["golang-1.22-go=1.22.12-3~bpo12+1", "golang-1.19-go=1.19.8-2+b1"], found.Select(g => g.Programs.Reference));
        Assert.Equal("golang-1.19-src=1.19.8-2", found[1].Sources.Reference);
        Assert.Equal("go-1.19", found[1].DirectoryName);
        Assert.Equal(2000, found[1].Size);

        static string Package(string name, string version, string architecture, string? source = null) =>
            $"Package: {name}\n{(source is null ? "" : $"Source: {source}\n")}Version: {version}\nArchitecture: {architecture}\nDescription: x\n more\nSize: 1000\nSHA256: {Digest}\n\n";
    }

    [Theory]
    [InlineData("E: Unable to fetch http://user:pa:ss@archive.example/x", "Unable to fetch http://archive.example/x")]
    [InlineData(
        "W: Failed https://a@b@archive.example/x and http://c:d@e.example",
        "Failed https://archive.example/x and http://e.example"
    )]
    [InlineData("dpkg-deb: error: no space", "dpkg-deb: error: no space")]
    [InlineData("", "apt-get ended with exit code 100.")]
    public void A_failure_is_told_in_one_line_without_passwords(string stderr, string reason) =>
        Assert.Equal(reason, new ProgramRun("apt-get", 100, [], ["", stderr]).Reason);

    private void Machine(string osRelease, params (string File, string Text)[] lists)
    {
        _scratch.CreateFile("system/etc/os-release", osRelease);
        foreach (var (file, text) in lists)
        {
            _scratch.CreateFile("system/etc/apt/" + file, text);
        }
    }

    private string Choose(string? suite = null)
    {
        var archives = new AptArchives(SandboxMachine.In(_scratch), NullLogger.Instance);
        return string.Concat(archives.Choose(suite).Select(e => e.ToStanza()));
    }
}
