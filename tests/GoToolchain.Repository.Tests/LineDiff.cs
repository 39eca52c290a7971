using System.Text;

namespace GoToolchain.Repository.Tests;

/// <summary>The lines in which two texts differ, in order, with one line of context before each change.</summary>
internal static class LineDiff
{
    public static string Of(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var common = LengthsOfCommonTails(old, now);
        var text = new StringBuilder();
        var context = "";
        for (int i = 0, j = 0; i < old.Length || j < now.Length; )
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                context = $"  {old[i]}\n";
                (i, j) = (i + 1, j + 1);
                continue;
            }

            text.Append(context);
            context = "";
            if (j == now.Length || (i < old.Length && common[i + 1][j] >= common[i][j + 1]))
            {
                text.Append("- ").Append(old[i++]).Append('\n');
            }
            else
            {
                text.Append("+ ").Append(now[j++]).Append('\n');
            }
        }

        return text.ToString();
    }

    // The longest common subsequence of old[i..] and now[j..], by dynamic programming.
    private static int[][] LengthsOfCommonTails(string[] old, string[] now)
    {
        var lengths = Enumerable.Range(0, old.Length + 1).Select(_ => new int[now.Length + 1]).ToArray();
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                lengths[i][j] = old[i] == now[j] ? lengths[i + 1][j + 1] + 1 : Math.Max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }

        return lengths;
    }
}
