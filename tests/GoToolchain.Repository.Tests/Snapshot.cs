using GoToolchain.Fixtures;

namespace GoToolchain.Repository.Tests;

/// <summary>A text that is kept in the repository, so that a change of what it describes is seen in review.</summary>
internal static class Snapshot
{
    /// <summary>Fails, with the difference and the way to accept it, when the text is not the one that is kept.</summary>
    /// <param name="received">What is true now.</param>
    /// <param name="path">Where the text is kept, relative to the test project.</param>
    public static void Matches(string received, string path)
    {
        var kept = RepositoryRoot.File("tests", "GoToolchain.Repository.Tests", path);
        received = received.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var expected = File.Exists(kept) ? File.ReadAllText(kept).ReplaceLineEndings("\n") : "";
        if (received == expected)
        {
            return;
        }

        var written = RepositoryRoot.File("artifacts", "received", path);
        Directory.CreateDirectory(Path.GetDirectoryName(written)!);
        File.WriteAllText(written, received);
        var from = Path.GetRelativePath(RepositoryRoot.File(), written);
        var to = Path.GetRelativePath(RepositoryRoot.File(), kept);
        Assert.Fail($"{to} says something else. If the change is meant, accept it:\n  cp {from} {to}\n\n{LineDiff.Of(expected, received)}");
    }
}
