namespace GoToolchain.Repository.Tests.Packages;

public sealed class PackageSpecs(PackedPackages packed) : IClassFixture<PackedPackages>
{
    public static TheoryData<string> Ids { get; } =
    [
        "GoToolchain.Core",
        "GoToolchain.MSBuild",
        "GoToolchain.Sidecar",
        "GoToolchain.Testing",
        "GoToolchain.Testing.MSTest",
        "GoToolchain.Testing.NUnit",
        "GoToolchain.Testing.TUnit",
        "GoToolchain.Testing.Xunit",
        "GoToolchain.Testing.XunitV3",
        "GoToolchain.Tool",
    ];

    [Fact]
    public void These_packages_and_no_others_are_packed() =>
        Assert.Equal(Ids.Select(row => row.Data), packed.Packages.Select(package => package.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_holds_the_reviewed_files_and_dependencies(string id)
    {
        var package = packed.Named(id);
        var text = string.Join(
            '\n',
            package.Files.Keys.Concat(["", "Dependencies"]).Concat(package.Dependencies.Select(line => "  " + line))
        );

        Snapshot.Matches(text, Path.Combine("Packages", id + ".txt"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_says_what_it_is_under_which_licence_and_has_a_readme(string id)
    {
        var package = packed.Named(id);

        Assert.Equal("MIT", package["license"]);
        Assert.Equal("README.md", package["readme"]);
        Assert.Contains("README.md", package.Files.Keys);
        Assert.Equal("https://github.com/gotoolchain/GoToolchain.Net", package["projectUrl"]);
        Assert.True(package["description"]!.Length > 40, package["description"]);
        Assert.DoesNotContain("Package Description", package["description"], StringComparison.Ordinal);
        Assert.NotEmpty(package["tags"]!);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_library_in_a_package_has_its_documentation_beside_it(string id)
    {
        var files = packed.Named(id).Files.Keys;

        Assert.All(
            files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal)),
            library => Assert.Contains(Path.ChangeExtension(library, ".xml"), files)
        );
    }

    [Fact]
    public async Task Building_and_packing_twice_gives_the_same_bytes()
    {
        var again = await packed.PackAgainAsync();

        foreach (var (first, second) in packed.Packages.Zip(again))
        {
            Assert.Equal(first.Id, second.Id);
            Assert.Equal(first.Files, second.Files);
        }
    }
}
