using GoToolchain.Core.Tests.Health.Damages;
using GoToolchain.Fixtures;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Repair;
using GoToolchain.Store;

namespace GoToolchain.Core.Tests.Recovery;

/// <summary>
/// The damages of docs/damage.md, really done to a real Go, and mended from another tree of the same release: every third, or all of them
/// (<see cref="TestMatrix"/>).
/// </summary>
/// <param name="fixture">Holds the copy that is damaged.</param>
public sealed class DamageRepairTests(DamageableGo fixture) : IClassFixture<DamageableGo>
{
    private const string Line = "1.23";

    // More than half of the tree: a new one is made beside and exchanged.
    private static readonly string[] s_wholeTrees =
    [
        "src-deleted",
        "src-link-dangling",
        "other-version-over-it",
        "root-deleted",
        "root-is-a-file",
        "root-emptied",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string>> Damages =>
        TreeDamages.All.Where((_, i) => i % 3 == 0 || TestMatrix.IsFull).Select(d => new TheoryDataRow<string>(d.Name));

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_tree_is_the_original_again(string name)
    {
        var damage = TreeDamages.All.Single(d => d.Name == name);
        using var machine = await CreateMachineAsync();
        try
        {
            damage.Do(machine);

            var report = await machine.Manager.RepairAsync(machine["system/usr/local/go"], Cancel);

            Assert.True(report.IsRepaired, string.Join('\n', report.Actions.Select(a => a.Text).Append(report.Health?.ToString())));
            Assert.Equal(machine.Version, report.Version);
            Assert.Equal(s_wholeTrees.Contains(name), report.IsWhole);
            TreeState.RequireEqual((await TestGo.EnsureAsync(Line)).Root, machine.Go.Root, ModesOnly(report));
            Assert.Empty(Directory.GetFileSystemEntries(new StoreLayout(machine["store"]).Journal));
            Assert.DoesNotContain(Directory.GetFileSystemEntries(Path.GetDirectoryName(machine.Go.Root)!), e => e != machine.Go.Root);
        }
        finally
        {
            if (machine.IsSpoiled || s_wholeTrees.Contains(name))
            {
                fixture.Drop();
            }
        }
    }

    [Theory]
    [InlineData("goroot-nowhere-in-file", nameof(GoErrorCodes.RootVariableWrong))]
    [InlineData("goflags-unknown-in-file", nameof(GoErrorCodes.InvalidFlags))]
    [InlineData("gotoolchain-garbage-in-file", nameof(GoErrorCodes.InvalidToolchainVariable))]
    [InlineData("user-file-nul", nameof(GoErrorCodes.UserFileDamaged))]
    [InlineData("profile-nowhere", nameof(GoErrorCodes.StartFileWrong))]
    public async Task What_surrounds_the_tree_is_put_right_too(string name, string code)
    {
        var damage = SurroundingDamages.All.Single(d => d.Name == name);
        using var machine = await CreateMachineAsync();
        damage.Do(machine);

        var report = await machine.Manager.RepairAsync(machine["system/usr/local/go"], Cancel);

        Assert.Contains(report.Actions, a => a is { Kind: RepairActionKind.FixSurroundings, Failure: null });
        Assert.DoesNotContain(
            report.Health!.Findings,
            f => f.Code == (GoErrorCode)typeof(GoErrorCodes).GetProperty(code)!.GetValue(null)! && f.Severity == HealthSeverity.Error
        );
    }

    // To take a right away the damage wrote the file anew; the repair gives back the right alone.
    private static List<string> ModesOnly(RepairReport report) =>
        [.. report.Actions.Where(a => a.Kind == RepairActionKind.SetMode).Select(a => a.Path)];

    private async Task<DamagedMachine> CreateMachineAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The damages are done with the modes, links and pipes of Unix.");
        var (go, other) = (await TestGo.EnsureAsync(Line), await TestGo.EnsureAsync("1.19"));
        var machine = new DamagedMachine(fixture.Take(go), go.Version, other);
        var store = new StoreLayout(machine["store"]);
        // As `verify --adopt` would have left it, from the record of the installation: to hash it for each damage would take minutes.
        var manifest = Manifest.Read(new StoreLayout(TestGo.Store).Manifest(Path.GetFileName(go.Root)))!;
        new AdoptedTrees(store).Write(machine.Go.Root, go.Version, go.Platform, manifest, DateTimeOffset.UtcNow);
        // Another tree of the same release, where golang.org/dl would put it.
        machine.CreateDirectory("home/sdk");
        Directory.CreateSymbolicLink(machine[$"home/sdk/go{go.Version}"], go.Root);
        return machine;
    }
}
