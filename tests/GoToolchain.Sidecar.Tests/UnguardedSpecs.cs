using GoToolchain.Sidecar.Children;
using GoToolchain.Sidecar.Children.Unix;

namespace GoToolchain.Sidecar.Tests;

/// <summary>What happens in an image without a shell.</summary>
public sealed class UnguardedSpecs(BuiltAgent built) : SidecarTest(built)
{
    [Fact]
    public async Task It_runs_without_a_guardian_and_its_group_ends_with_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes are looked up in /proc.");
        var child = await UnixChild.StartAsync(Start(mayBeUnguarded: true, "-children", "2"), Cancel);
        await UntilAsync(() => RunningPrograms.Of(Agent).Count == 3);

        Assert.False(child.IsGuarded);
        await child.EndTreeAsync();

        Assert.Equal(137, await child.Exited);
        await RunningPrograms.WaitForNoneAsync(Agent, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task It_ends_by_itself_when_its_input_closes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes are looked up in /proc.");
        var child = await UnixChild.StartAsync(Start(mayBeUnguarded: true), Cancel);

        // All that is left of a parent that was killed.
        await child.Input.DisposeAsync();

        Assert.Equal(0, await child.Exited.WaitAsync(TimeSpan.FromSeconds(10), Cancel));
        await child.EndTreeAsync();
    }

    [Fact]
    public async Task Who_asks_for_a_guardian_does_not_start_without_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has job objects.");

        await Assert.ThrowsAsync<System.ComponentModel.Win32Exception>(() => UnixChild.StartAsync(Start(mayBeUnguarded: false), Cancel));

        Assert.Empty(RunningPrograms.Of(Agent));
    }

    private ChildStart Start(bool mayBeUnguarded, params string[] arguments) =>
        new(Agent, arguments, new Dictionary<string, string>(), Scratch.Root, "mark", (_, _) => { })
        {
            Shell = Scratch["nosuch"],
            MayBeUnguarded = mayBeUnguarded,
        };
}
