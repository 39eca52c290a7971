using System.Text;
using GoToolchain.Fixtures;
using GoToolchain.Sidecar.Sockets;

namespace GoToolchain.Sidecar.Tests;

public sealed class SocketDirectorySpecs : IDisposable
{
    private readonly ScratchDirectory _directory = new("s");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_first_place_that_is_short_enough_and_can_be_written_is_taken()
    {
        var deep = _directory.CreateDirectory(new string('d', 90));

        using var sockets = SocketDirectory.Create("agent", [deep, _directory.CreateFile("file"), _directory.Root]);

        Assert.Equal(_directory.Root, Path.GetDirectoryName(Path.GetDirectoryName(sockets.Socket)));
        Assert.InRange(Encoding.UTF8.GetByteCount(sockets.Socket), 1, SocketDirectory.MostBytes);
    }

    [Fact]
    public void When_there_is_none_the_failure_says_why_of_each()
    {
        var deep = _directory.CreateDirectory(new string('ü', 50));

        var e = Assert.Throws<GoSidecarException>(() => SocketDirectory.Create("agent", [deep]));

        Assert.Equal(GoSidecarErrorCodes.NoSocketDirectory, e.Code);
        Assert.Contains(deep, e.Message, StringComparison.Ordinal);
        Assert.Contains("bytes of at most 103", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_application_has_left_is_removed_and_what_is_in_use_is_not()
    {
        using var inUse = SocketDirectory.Create("agent", [_directory.Root]);
        var used = Path.GetDirectoryName(inUse.Socket)!;
        // As the system does for a process that is killed: the lock is gone, the files stay.
        var left = _directory.CreateDirectory("gotc-0123456789ab");
        _directory.CreateFile("gotc-0123456789ab/lock");
        var young = _directory.CreateDirectory("gotc-ba9876543210");
        foreach (var old in (string[])[used, left])
        {
            Directory.SetCreationTimeUtc(old, DateTime.UtcNow.AddHours(-1));
        }

        using var next = SocketDirectory.Create("agent", [_directory.Root]);

        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(used));
        Assert.True(Directory.Exists(young));
    }
}
