using GoToolchain.Verification.Logs;

namespace GoToolchain.Verification;

/// <summary>Proves an installed GOROOT by the checksum database.</summary>
/// <param name="openDatabase">Opens the database.</param>
internal sealed class LogProver(Func<ChecksumDatabase> openDatabase)
{
    private static readonly GoVersion s_first = GoVersion.Parse("1.21rc2");

    /// <summary>Hashes the tree, and asks the database.</summary>
    /// <exception cref="GoToolchainException">As <see cref="GoToolchainManager.ProveAsync(string?, CancellationToken)"/>.</exception>
    public async Task<GoLogProof> ProveAsync(GoCandidate candidate, CancellationToken cancel)
    {
        var (version, platform) = Identify(candidate);
        var moduleVersion = ToolchainModule.VersionOf(version, platform);
        var tree = await Task.Run(() => InstalledTree.Read(candidate.ResolvedRoot, cancel), cancel).ConfigureAwait(false);
        var proof = new GoLogProof
        {
            Root = candidate.Root,
            Version = version,
            Platform = platform,
            Module = $"{ToolchainModule.Path}@{moduleVersion}",
            Verdict = GoLogVerdict.NotChecked,
            Reason = "",
            Hash = ToolchainModule.HashOf(tree.Files, moduleVersion),
            Files = tree.Files.Count,
            NotCovered = tree.NotCovered,
            Foreign = tree.Foreign,
        };
        try
        {
            var database = openDatabase();
            proof = proof with { Database = database.Name };
            return await CompareAsync(proof, database, moduleVersion, cancel).ConfigureAwait(false);
        }
        catch (GoToolchainException e) when (e.Code.ExitCode == GoErrorCodes.NoSource.ExitCode)
        {
            return proof with { Obstacle = e, Reason = $"The checksum database could not be asked, so nothing is proved. {e.Problem}" };
        }
    }

    private static async Task<GoLogProof> CompareAsync(
        GoLogProof proof,
        ChecksumDatabase database,
        string moduleVersion,
        CancellationToken cancel
    )
    {
        var found = await database.LookupAsync(ToolchainModule.Path, moduleVersion, cancel).ConfigureAwait(false);
        var logged = found.Record.HashOf(ToolchainModule.Path, moduleVersion);
        var isProved = logged == proof.Hash && proof.Foreign.Count == 0;
        return proof with
        {
            Verdict = isProved ? GoLogVerdict.Proved : GoLogVerdict.Differs,
            Reason = isProved
                ? $"The {proof.Files} files are those of Go {proof.Version} for {proof.Platform} as it was published, byte for byte."
                : $"This is not Go {proof.Version} for {proof.Platform} as it was published. {Difference(proof, logged)}",
            LoggedHash = logged,
            RecordId = found.Record.Id,
            TreeSize = found.Head.Size,
            SignedHead = found.Head.ToString(),
        };
    }

    private static string Difference(GoLogProof proof, string? logged) =>
        proof.Foreign.Count > 0 ? $"A release has no {proof.Foreign[0]}, or not as a link, pipe or second copy."
        : logged is null ? "The record of the database has no hash for it."
        : "A file is missing, changed, or too many. What distributions build themselves differs too.";

    private static (GoVersion, GoPlatform) Identify(GoCandidate candidate)
    {
        if (candidate is not { Version: { } version, Platform: { } platform })
        {
            throw NotProvable(candidate.Root, $"It does not say which release it is. {candidate.Reason}");
        }

        if (version.CompareTo(s_first) < 0)
        {
            throw NotProvable(
                candidate.Root,
                $"It is Go {version}, and only Go 1.21 and later are published so that the same files can be told from their hash."
            );
        }

        return ToolchainModule.Parse(ToolchainModule.VersionOf(version, platform)) is not null
            ? (version, platform)
            : throw NotProvable(candidate.Root, $"It is {version}, which is no release.");
    }

    private static GoToolchainException NotProvable(string root, string problem) =>
        new(
            GoErrorCodes.NotProvable,
            problem,
            root,
            "The checksum database can prove releases from 1.21 on. For others, `gotoolchain doctor` says whether they work."
        );
}
