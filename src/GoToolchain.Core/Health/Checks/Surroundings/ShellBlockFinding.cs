using System.Text;
using GoToolchain.Environments.Shells;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Tells whether a line of a start-up file is one of the block that <c>env install</c> wrote.</summary>
internal static class ShellBlockFinding
{
    /// <summary>It is.</summary>
    /// <param name="setting">The line.</param>
    public static bool IsOurs(StartFileSetting setting)
    {
        try
        {
            var text = Encoding.Latin1.GetString(File.ReadAllBytes(setting.File));
            return BlockPlace
                .FindAll(text, out _)
                .Any(block => setting.Line > block.Line && setting.Line < block.Line + block.Block.Lines.Count + 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
