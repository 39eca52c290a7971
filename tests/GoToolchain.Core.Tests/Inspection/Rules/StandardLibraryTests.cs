using GoToolchain.Fixtures;
using GoToolchain.Inspection.Rules;

namespace GoToolchain.Core.Tests.Inspection.Rules;

public sealed class StandardLibraryTests
{
    private static readonly StandardLibrary s_library = StandardLibrary.Instance;

    private static LibraryExpectation Expect(string version) => new(s_library, GoVersion.Parse(version));

    private static LibraryPackage Package(string path) => s_library.Packages.Single(p => p.Path == path).Package!;

    private static LibraryFile File(string package, string name) => Package(package).Find(name)!;

    [Theory]
    [InlineData("1.19")]
    [InlineData("1.21")]
    [InlineData("1.22")]
    [InlineData("1.23")]
    [InlineData("1.24")]
    [InlineData("1.26")]
    [InlineData("1.27")]
    public async Task The_table_has_exactly_the_files_of_a_real_tree(string line)
    {
        var go = await TestGo.EnsureAsync(line);
        var index = s_library.Releases.ToList().FindIndex(r => r.CompareTo(go.Version) == 0);
        Assert.SkipWhen(index < 0, $"{go.Version} is not in the table. Make it anew: eng/standard-library.sh.");
        var source = Path.Combine(go.Root, "src");

        var listed = s_library
            .Packages.SelectMany(p => p.Package!.Files.Where(f => f.Trees.Has(index)).Select(f => $"{p.Path}/{f.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var real = s_library
            .Packages.Where(p => Directory.Exists(Path.Combine(source, p.Path)))
            .SelectMany(p => Directory.GetFiles(Path.Combine(source, p.Path)).Select(f => $"{p.Path}/{Path.GetFileName(f)}"))
            .Where(f => Path.GetExtension(f) is ".go" or ".s" or ".h" && !f.EndsWith("_test.go", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(listed.Order(StringComparer.Ordinal), real.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_release_that_was_looked_at_is_known_exactly()
    {
        var expectation = Expect("1.23.5");

        Assert.True(expectation.IsExact);
        Assert.True(expectation.Requires(Package("unique")));
        Assert.True(expectation.Excludes(Package("weak")));
        Assert.True(expectation.Excludes(File("runtime", "lfstack_64bit.go").Trees));
    }

    [Theory]
    [InlineData("1.16", "net/http", true)]
    [InlineData("1.16", "debug/buildinfo", false)]
    [InlineData("1.18", "debug/buildinfo", true)]
    [InlineData("1.16", "internal/abi", false)]
    [InlineData("1.20.3", "crypto/ecdh", true)]
    [InlineData("1.20.3", "slices", false)]
    [InlineData("1.25.1", "testing/synctest", true)]
    [InlineData("1.25rc1", "testing/synctest", true)]
    [InlineData("1.22.0", "internal/abi", true)]
    [InlineData("1.28.0", "net/http", true)]
    [InlineData("1.28.0", "internal/abi", false)]
    public void Of_other_releases_a_package_is_demanded_when_its_neighbours_or_the_API_say_so(
        string version,
        string package,
        bool isRequired
    )
    {
        Assert.Equal(isRequired, Expect(version).Requires(Package(package)));
    }

    [Theory]
    [InlineData("1.16", "slices")]
    [InlineData("1.18", "unique")]
    [InlineData("1.20.3", "unique")]
    [InlineData("1.22.1", "weak")]
    public void A_package_of_later_releases_is_excluded(string version, string package)
    {
        Assert.True(Expect(version).Excludes(Package(package)));
    }

    [Theory]
    [InlineData("1.20.3", "slices")]
    [InlineData("1.16", "internal/abi")]
    [InlineData("1.25.1", "weak")]
    [InlineData("1.28.0", "runtime")]
    public void What_may_be_there_is_not_excluded(string version, string package)
    {
        Assert.False(Expect(version).Excludes(Package(package)));
    }

    [Fact]
    public void A_file_that_came_later_may_have_come_with_a_patch_and_one_that_went_earlier_may_not_come_back()
    {
        var gone = File("runtime", "lfstack_64bit.go").Trees;
        var later = Package("weak").Trees;

        Assert.False(Expect("1.23.12").IsDoubtful(gone));
        Assert.True(Expect("1.23.12").IsDoubtful(later));
        Assert.False(Expect("1.23.5").IsDoubtful(later));
        // Older than the patch that was looked at, which does not have it: patches take no files away.
        Assert.False(Expect("1.23.1").IsDoubtful(later));
    }

    [Fact]
    public void Without_the_packages_of_the_smallest_program_nothing_compiles()
    {
        Assert.All(
            (string[])["runtime", "fmt", "os", "sync", "internal/abi"],
            p => Assert.True(Expect("1.23.5").IsNeededByAll(Package(p)))
        );
        Assert.All((string[])["net/http", "testing"], p => Assert.False(Expect("1.23.5").IsNeededByAll(Package(p))));
    }
}
