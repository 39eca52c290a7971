using System.Globalization;

namespace GoToolchain.Environments;

/// <summary>Copies of files that are about to be edited, beside them: <c>.bashrc.20261130-221500.backup</c>.</summary>
internal static class FileBackup
{
    private const string Extension = ".backup";

    /// <summary>Copies a file.</summary>
    /// <param name="host">The machine, for its clock.</param>
    /// <param name="file">Absolute, no link.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="IOException">It cannot be copied.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static string Make(HostMachine host, string file)
    {
        var name = $"{file}.{host.Clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        for (var number = 0; ; number++)
        {
            var backup = number == 0 ? name + Extension : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}{Extension}");
            if (!Path.Exists(backup))
            {
                File.Copy(file, backup, overwrite: false);
                return backup;
            }
        }
    }

    /// <summary>Removes the copies that hold what the file itself holds again.</summary>
    /// <param name="file">Absolute, no link.</param>
    /// <param name="content">What it holds.</param>
    public static void RemoveEqual(string file, ReadOnlySpan<byte> content)
    {
        foreach (var copy in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}.*{Extension}").ToArray())
        {
            if (IsOurs(copy[(file.Length + 1)..^Extension.Length]) && File.ReadAllBytes(copy).AsSpan().SequenceEqual(content))
            {
                File.Delete(copy);
            }
        }
    }

    // 20261130-221500, and -1 behind it.
    private static bool IsOurs(string stamp) =>
        stamp is [_, _, _, _, _, _, _, _, '-', _, _, _, _, _, _, ..] && stamp.All(c => char.IsAsciiDigit(c) || c == '-');
}
