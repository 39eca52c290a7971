using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>See <see cref="DistributionPackages"/>; the test is skipped where they are not to be had.</summary>
internal static class DebianPackages
{
    /// <summary>Unpacks packages into one directory.</summary>
    /// <param name="name">Name of the directory.</param>
    /// <param name="packages">Their names.</param>
    /// <returns>The directory. The test is skipped where there is no apt, or it has no such package.</returns>
    public static async Task<string> UnpackAsync(string name, params string[] packages)
    {
        var unpacked = await DistributionPackages.UnpackAsync(name, packages, TestContext.Current.CancellationToken);
        Assert.SkipWhen(unpacked.Directory is null, unpacked.Reason);
        return unpacked.Directory!;
    }
}
