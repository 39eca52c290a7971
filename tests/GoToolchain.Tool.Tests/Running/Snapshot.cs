using GoToolchain.Fixtures;

namespace GoToolchain.Tool.Tests.Running;

/// <summary>A text that is kept beside the tests, so that a change of what people see is seen in review.</summary>
internal static class Snapshot
{
    public static void Matches(string received, string name)
    {
        var kept = RepositoryRoot.File("tests", "GoToolchain.Tool.Tests", "Snapshots", name);
        var expected = File.Exists(kept) ? File.ReadAllText(kept).ReplaceLineEndings("\n") : "";
        received = received.ReplaceLineEndings("\n");
        if (received == expected)
        {
            return;
        }

        var written = RepositoryRoot.File("artifacts", "received", "Tool", name);
        Directory.CreateDirectory(Path.GetDirectoryName(written)!);
        File.WriteAllText(written, received);
        Assert.Fail(
            $"{name} says something else. If the change is meant, accept it:\n  cp {written} {kept}\n\n{Difference(expected, received)}"
        );
    }

    // The lines between what both texts have in common at their beginning and at their end, with one line of context.
    private static string Difference(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var head = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = old.Skip(head).Reverse().Zip(now.Skip(head).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join(
            '\n',
            [
                .. old[Math.Max(0, head - 1)..head].Select(line => $"  {line}"),
                .. old[head..^tail].Select(line => $"- {line}"),
                .. now[head..^tail].Select(line => $"+ {line}"),
                .. old[^tail..].Take(1).Select(line => $"  {line}"),
            ]
        );
    }
}
