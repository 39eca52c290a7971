namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>The static reader and the loader of this machine see the same libraries in the same files.</summary>
public class RealLoaderAgreementTests
{
    private const int MostFiles = 400;

    [Theory]
    [InlineData("/usr/bin")]
    [InlineData("/usr/sbin")]
    [InlineData("/usr/lib/x86_64-linux-gnu")]
    [InlineData("/usr/lib/aarch64-linux-gnu")]
    [InlineData("/usr/lib64")]
    public async Task Every_program_and_library_of_this_machine_needs_what_its_loader_says(string directory)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Directory.Exists(directory), $"{directory} is not on this machine.");
        Assert.SkipWhen(RealLoader.Path is null, "This machine has no loader of the GNU C library.");
        var host = HostMachine.Detect();
        var options = new LinkageOptions { WorkingDirectory = Environment.CurrentDirectory };
        var differences = new List<string>();
        var compared = 0;
        foreach (var file in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
        {
            if (compared >= MostFiles || Read(file, host, options) is not { IsDynamic: true } report || report.Files.Count <= 2)
            {
                continue;
            }

            // The kernel starts a program by its real path, which is what `$ORIGIN` stands for.
            var link = report.IsProgram ? File.ResolveLinkTarget(file, returnFinalTarget: true) : null;
            var real = await RealLoader.ListAsync(link?.FullName ?? file);
            if (real is null)
            {
                continue;
            }

            compared++;
            var ours = RealLoader.NamesOf(report);
            if (!real.SequenceEqual(ours))
            {
                differences.Add($"{file}\n  loader {string.Join(' ', real.Except(ours))}\n  ours   {string.Join(' ', ours.Except(real))}");
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{directory}: {compared} files compared.");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(compared > 10 || directory == "/usr/lib64", $"Only {compared} files of {directory} could be compared.");
    }

    private static LinkageReport? Read(string file, HostMachine host, LinkageOptions options)
    {
        try
        {
            return GoLinkage.Read(file, host, options);
        }
        catch (GoToolchainException)
        {
            // Scripts, linker scripts, archives.
            return null;
        }
    }
}
