using GoToolchain.Fixtures;
using GoToolchain.Locating;

namespace GoToolchain.Core.Tests.Locating;

/// <summary>Every directory that a place says it looks into is one in which it finds a Go.</summary>
public sealed class PlaceTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    /// <summary>Each pattern of each place but those that take what the caller, GOROOT, the store or PATH say.</summary>
    public static TheoryData<GoOrigin, string> Directories
    {
        get
        {
            var data = new TheoryData<GoOrigin, string>();
            foreach (var place in new GoLocator(HostMachine.Detect()).Places.Where(p => p.Origin > GoOrigin.SearchPath))
            {
                foreach (var directory in place.Note.Directories)
                {
                    data.Add(place.Origin, directory);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Directories))]
    public void A_Go_in_a_directory_of_the_note_is_found_there(GoOrigin origin, string directory)
    {
        var pattern = new PlacePattern(directory);
        Assert.SkipWhen(OperatingSystem.IsWindows() && !pattern.IsWindows, "A Unix place.");
        var platform = pattern.IsWindows ? new GoPlatform("windows", "amd64") : GoPlatform.Host;
        var found = pattern.Realize(_scratch);
        var (root, foundAs) =
            Path.GetFileName(found) == "go" && Path.GetFileName(Path.GetDirectoryName(found)) == "bin"
                ? (LinkFromProfile(found), found)
                : (found, found);
        SyntheticGoRoot.Create(root, platform: platform);
        AddMarks(origin, root);

        var candidates = new GoLocator(SandboxMachine.In(_scratch, Variables(pattern), mayStartProcesses: false, platform)).Locate();

        // `~/go/pkg/mod` and the like lie in directories that other places know as well; GOROOT may be a directory around it.
        var candidate = Assert.Single(candidates, c => c.Root == root);
        Assert.Contains((origin, foundAs), candidate.Origins.Zip(candidate.FoundAs));
        Assert.Equal((GoVerdict.Usable, "1.24.4"), (candidate.Verdict, candidate.Version?.ToString()));
    }

    [Fact]
    public void Every_kind_of_place_has_a_name_of_its_own_and_is_looked_at_in_the_order_of_the_kinds()
    {
        var origins = new GoLocator(HostMachine.Detect()).Places.Select(p => p.Origin).ToArray();

        Assert.Equal(Enum.GetValues<GoOrigin>(), origins);
        Assert.Distinct(origins.Select(o => o.ToName()));
    }

    [Fact]
    public void Variables_that_are_not_absolute_name_no_directory()
    {
        var variables = new GoLocator(HostMachine.Detect())
            .Places.Where(p => p.Origin > GoOrigin.SearchPath)
            .SelectMany(p => p.Note.Directories)
            .Select(d => new PlacePattern(d).Variable)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(v => v, _ => "relative/~");

        Assert.DoesNotContain(
            new GoLocator(SandboxMachine.In(_scratch, variables, mayStartProcesses: false)).Locate(),
            c => !c.Origins.Contains(GoOrigin.GoRootVariable)
        );
    }

    // A profile of Nix or Guix gathers links to a store.
    private string LinkFromProfile(string command)
    {
        _scratch.CreateDirectory("system/nix/store");
        _scratch.CreateDirectory("system/gnu/store");
        var root = _scratch["system/nix/store/00000000000000000000000000000000-go-1.24.4/share/go"];
        Directory.CreateDirectory(Path.GetDirectoryName(command)!);
        File.CreateSymbolicLink(command, Path.Combine(root, "bin", "go"));
        return root;
    }

    private static void AddMarks(GoOrigin origin, string root)
    {
        if (origin == GoOrigin.GoDl)
        {
            File.WriteAllText(Path.Combine(root, ".unpacked-success"), "");
        }
        else if (origin == GoOrigin.ToolCache)
        {
            File.WriteAllText(root + ".complete", "");
        }
        else if (origin == GoOrigin.Homebrew && root.IndexOf("/opt/go", StringComparison.Ordinal) is > 0 and var prefix)
        {
            Directory.CreateDirectory(root[..prefix] + "/Cellar");
        }
    }

    private Dictionary<string, string> Variables(PlacePattern pattern)
    {
        var variables = new Dictionary<string, string>
        {
            ["USER"] = "me",
            ["G_EXPERIMENTAL"] = "True",
            ["TERMUX_VERSION"] = "0.118",
        };
        if (pattern.Variable is { } name)
        {
            variables[name] = _scratch["variable"];
        }

        return variables;
    }
}
