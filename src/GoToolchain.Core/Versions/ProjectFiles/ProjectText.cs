using System.Text;
using GoToolchain.Inspection;

namespace GoToolchain.Versions.ProjectFiles;

/// <summary>Reads the small text files in which projects say what they want.</summary>
internal static class ProjectText
{
    /// <summary>Far above any real file of these kinds, and small enough to read at once: 1 MiB.</summary>
    public const int LargestFile = 1 << 20;

    /// <summary>The text of a file. What is not UTF-8 becomes U+FFFD; a byte order mark is honoured (Windows PowerShell writes UTF-16) and left out.</summary>
    /// <param name="file">Absolute.</param>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="GoToolchainException"><c>GOTC1002</c>: it is there, and cannot be read or is too large.</exception>
    public static string? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            // Opening a pipe would wait for its writer.
            if (FileFacts.Of(file).Length == 0)
            {
                return "";
            }

            using var stream = File.OpenRead(file);
            if (stream.Length > LargestFile)
            {
                throw new GoToolchainException(
                    GoErrorCodes.InvalidProjectFile,
                    $"{file} is larger than {LargestFile >> 20} MiB, so it is not the project file that its name says.",
                    file
                );
            }

            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.InvalidProjectFile,
                $"{file} cannot be read: {e.Message}",
                file,
                "Make it readable, or remove it.",
                e
            );
        }
    }

    /// <summary>The lines of a text, however they end.</summary>
    public static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
