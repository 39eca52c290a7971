using System.Runtime.Versioning;
using GoToolchain.Environments;
using GoToolchain.Environments.Places;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Environments;

/// <summary>Places are tried by writing to them, so what forbids it is real here too.</summary>
public sealed class PlaceProbeTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private HostMachine Host { get; } = HostMachine.Detect();

    private Task<WritablePlace> TryAsync(string path) =>
        new PlaceProbe(Host).TryAsync(path, ["test"], TestContext.Current.CancellationToken);

    private static string[] ContentOf(string directory) =>
        [.. Directory.EnumerateFileSystemEntries(directory).Select(f => Path.GetFileName(f))];

    [Fact]
    public async Task A_directory_that_can_be_used_is_as_it_was_afterwards()
    {
        _scratch.CreateFile("place/mine");

        var place = await TryAsync(_scratch["place"]);

        Assert.Equal(WritablePlaceState.Usable, place.State);
        Assert.Null(place.Reason);
        Assert.True(place.FreeBytes > 0);
        Assert.Equal(["mine"], ContentOf(_scratch["place"]));
        if (OperatingSystem.IsLinux())
        {
            Assert.True(place.CanExecute);
            Assert.NotNull(place.FileSystem);
        }
    }

    [Fact]
    public async Task A_directory_that_could_be_created_is_not_created()
    {
        var place = await TryAsync(_scratch["a/b/c"]);

        Assert.Equal(WritablePlaceState.Creatable, place.State);
        Assert.Equal($"It does not exist; it can be created in {_scratch.Root}.", place.Reason);
        Assert.Empty(ContentOf(_scratch.Root));
    }

    [Fact]
    public async Task A_file_in_the_way_is_named()
    {
        var file = _scratch.CreateFile("file");

        var place = await TryAsync(_scratch["file/below/it"]);

        Assert.Equal((WritablePlaceState.Blocked, $"{file} is a file where a directory is needed."), (place.State, place.Reason));
    }

    [Fact]
    public async Task A_link_to_nowhere_is_named()
    {
        var link = _scratch.CreateLink("link", "nowhere");

        var place = await TryAsync(_scratch["link/below"]);

        Assert.Equal((WritablePlaceState.Blocked, $"{link} is a link that leads nowhere."), (place.State, place.Reason));
    }

    [Fact]
    public async Task A_relative_path_is_no_place() => Assert.Equal(WritablePlaceState.NotAbsolute, (await TryAsync("cache")).State);

    [Fact]
    public async Task A_path_that_is_too_long_is_called_that()
    {
        var place = await TryAsync(_scratch[new string('x', 300)]);

        Assert.Equal(WritablePlaceState.PathTooLong, place.State);
    }

    [Fact]
    public async Task Noexec_is_told_apart_from_not_writable()
    {
        using var mount = ScratchMount.With("size=1m,noexec");

        var place = await TryAsync(mount.Point);

        Assert.Equal((WritablePlaceState.NotExecutable, false), (place.State, place.CanExecute));
        Assert.Equal($"Programs may not run there: tmpfs on {mount.Point} is mounted with noexec.", place.Reason);
        Assert.True(place.IsWritable);
        Assert.Empty(ContentOf(mount.Point));
    }

    [Fact]
    public async Task A_read_only_mount_is_told_apart_from_missing_permission()
    {
        using var mount = ScratchMount.With("size=1m");
        mount.Remount("ro");

        var place = await TryAsync(Path.Combine(mount.Point, "below"));

        Assert.Equal(WritablePlaceState.ReadOnly, place.State);
        Assert.Contains($"(tmpfs on {mount.Point}) is mounted read-only", place.Reason, StringComparison.Ordinal);
        Assert.StartsWith("It does not exist and cannot be created.", place.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_file_system_is_called_full_and_nothing_is_left_there()
    {
        using var mount = ScratchMount.With("size=256k");
        var filler = Path.Combine(mount.Point, "filler");
        Assert.Throws<IOException>(() =>
        {
            using var file = File.Create(filler);
            for (var i = 0; i < 1000; i++)
            {
                file.Write(new byte[4096]);
                file.Flush();
            }
        });

        var place = await TryAsync(mount.Point);

        Assert.Equal(WritablePlaceState.NoSpace, place.State);
        Assert.Equal(0, place.FreeBytes);
        Assert.Equal(["filler"], ContentOf(mount.Point));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_directory_of_another_user_is_told_apart_from_ones_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Owners are read on Linux only.");
        Assert.SkipUnless(System.Environment.IsPrivilegedProcess, "Only root can give a directory to another user.");
        const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(_scratch.Root, readable);
        var own = Directory.CreateDirectory(_scratch["own"], readable).FullName;
        var foreign = Directory.CreateDirectory(_scratch["foreign"], readable).FullName;
        FileOwner.Give(foreign, 4711);

        // Permissions are checked for nobody; the process itself stays root, to whom the first one belongs.
        var (mine, theirs) = OrdinaryUser.Look(() => (new PlaceProbe(Host).Write(own), new PlaceProbe(Host).Write(foreign)));

        Assert.Equal(WritablePlaceState.NoPermission, mine.State);
        Assert.Contains("(0505)", mine.Reason, StringComparison.Ordinal);
        Assert.Equal(WritablePlaceState.NotOwner, theirs.State);
        Assert.Contains("the user with the number 4711", theirs.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_directory_that_may_not_be_passed_has_no_permission()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        Directory.CreateDirectory(_scratch["closed"], UnixFileMode.UserRead);

        var place = OrdinaryUser.Look(() => new PlaceProbe(Host).Write(_scratch["closed/inside"]));

        Assert.True(place.State is WritablePlaceState.NoPermission or WritablePlaceState.NotOwner, place.State.ToString());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_shared_directory_is_called_shared()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The sticky bit is read on Linux only.");
        Directory.CreateDirectory(
            _scratch["shared"],
            UnixFileMode.StickyBit | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite
        );

        Assert.True((await TryAsync(_scratch["shared"])).IsShared);
        Assert.False((await TryAsync(_scratch.Root)).IsShared);
    }

    [Fact]
    public async Task What_a_killed_look_has_left_is_removed_by_the_next_and_what_a_running_one_needs_is_not()
    {
        var dead = _scratch.CreateDirectory($".gotoolchain-probe-{int.MaxValue}-0123");
        var running = _scratch.CreateDirectory($".gotoolchain-probe-{System.Environment.ProcessId}-0123");
        var fresh = _scratch.CreateDirectory($".gotoolchain-probe-{int.MaxValue}-4567");
        Directory.SetLastWriteTimeUtc(dead, DateTime.UtcNow.AddHours(-1));
        Directory.SetLastWriteTimeUtc(running, DateTime.UtcNow.AddHours(-1));

        await TryAsync(_scratch.Root);

        Assert.False(Directory.Exists(dead));
        Assert.True(Directory.Exists(running));
        Assert.True(Directory.Exists(fresh));
    }

    [Fact]
    public async Task The_places_of_a_user_are_those_that_the_variables_name_each_once()
    {
        var store = _scratch["store"];
        var host = SandboxMachine.In(
            _scratch,
            new Dictionary<string, string>
            {
                ["HOME"] = _scratch["home"],
                ["XDG_CACHE_HOME"] = _scratch["cache"],
                ["GOCACHE"] = _scratch["cache"],
                ["GOBIN"] = _scratch["home/.local/bin"],
            }
        );
        var manager = new GoToolchainManager(new GoToolchainOptions { Host = host, Store = store });

        var places = (await manager.ProbePlacesAsync(TestContext.Current.CancellationToken)).ToDictionary(p => p.Path);

        Assert.Equal(["XDG_CACHE_HOME", "GOCACHE"], places[_scratch["cache"]].Purposes);
        Assert.Equal(["programs of this user", "go install"], places[_scratch["home/.local/bin"]].Purposes);
        Assert.Equal(["the store"], places[store].Purposes);
        Assert.All(places.Values, p => Assert.True(p.IsWritable, $"{p.Path}: {p.Reason}"));
        Assert.Equal(["home", "system", "temp"], ContentOf(_scratch.Root).Order());
        Assert.All(ContentOf(_scratch.Root), name => Assert.Empty(ContentOf(_scratch[name])));
    }
}
