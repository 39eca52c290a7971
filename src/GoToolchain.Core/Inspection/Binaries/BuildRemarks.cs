namespace GoToolchain.Inspection.Binaries;

/// <summary>What is noteworthy about the build of a program, in sentences.</summary>
internal static class BuildRemarks
{
    private const int ShortRevision = 12;

    /// <summary>The remarks.</summary>
    /// <param name="binary">The program.</param>
    /// <param name="machine">The platform of the machine.</param>
    public static IReadOnlyList<string> Of(GoBinaryFile binary, GoPlatform machine)
    {
        var remarks = new List<string>();
        if (Foreign(binary, machine) is { } platform)
        {
            remarks.Add($"It was built for {platform}; this machine is {machine}.");
        }

        if (binary.BuildInfo is not { } info)
        {
            return remarks;
        }

        if (info.Vcs is { IsModified: true } vcs)
        {
            var revision = vcs.Revision is { } full ? $" at revision {full[..Math.Min(full.Length, ShortRevision)]}" : "";
            remarks.Add($"It was built from a source tree{revision} with changes that were not committed ({vcs.System}).");
        }

        if (info.Experiments.Count > 0)
        {
            remarks.Add($"The Go that built it has other experiments than by default: {string.Join(", ", info.Experiments)}.");
        }

        if (info.Version is { IsPrerelease: true } version)
        {
            remarks.Add(version.IsDevel ? "It was built by Go from the development tree." : "It was built by a pre-release of Go.");
        }
        else if (info is { Version.VendorSuffix.Length: > 0, Experiments.Count: 0 })
        {
            remarks.Add($"The Go that built it carries the mark of a vendor: {info.Version.VendorSuffix}.");
        }

        return remarks;
    }

    // As far as it can be told: a program without build settings may not say for which system it is.
    private static string? Foreign(GoBinaryFile binary, GoPlatform machine)
    {
        if (binary.Architectures.Count > 0)
        {
            var runs = binary.System == machine.Os && binary.Architectures.Contains(machine.Arch);
            return runs ? null : $"{binary.System}/{string.Join(" and ", binary.Architectures)}";
        }

        var (system, architecture) = (binary.System ?? machine.Os, binary.Architecture ?? machine.Arch);
        return system == machine.Os && architecture == machine.Arch ? null : $"{system}/{architecture}";
    }
}
