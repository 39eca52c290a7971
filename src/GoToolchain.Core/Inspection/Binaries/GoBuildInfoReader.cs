namespace GoToolchain.Inspection.Binaries;

/// <summary>Reads what Go left in a program, in three to five small reads. No file makes it fail, hang, or take much memory.</summary>
internal static class GoBuildInfoReader
{
    /// <summary>The Go version that built a program; the cheapest question.</summary>
    /// <param name="file">A regular file: opening a pipe would wait for its writer; see <see cref="FileFacts.Length"/>.</param>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static BinaryVersion ReadVersion(string file)
    {
        using var source = FileByteSource.Open(file);
        return ReadVersion(source);
    }

    /// <summary>The same, from bytes.</summary>
    /// <param name="source">The file.</param>
    public static BinaryVersion ReadVersion(ByteSource source)
    {
        var reading = Read(source, versionOnly: true);
        var header = reading.Image is { } image ? new ExecutableHeader(image.Format, image.Arch) : default;
        return new BinaryVersion(reading.Info?.GoVersion, reading.Verdict, reading.Reason, header);
    }

    /// <summary>Reads a program.</summary>
    /// <param name="source">The file.</param>
    /// <param name="versionOnly">Modules and settings are not wanted.</param>
    public static BinaryReading Read(ByteSource source, bool versionOnly)
    {
        BinaryImage? image = null;
        try
        {
            image = BinaryFormats.Open(source, out var architectures);
            if (image is null)
            {
                return new BinaryReading(GoBinaryVerdict.NotExecutable, BinaryFormats.WhyNone(source));
            }

            var blob = BuildInfoBlob.Read(image, versionOnly);
            var info = blob is { } found ? BuildInfoText.Parse(found.Version, found.Modules) : null;
            return new BinaryReading(
                image.CutShort is not null ? GoBinaryVerdict.Damaged
                    : info is null ? GoBinaryVerdict.NoBuildInfo
                    : GoBinaryVerdict.Go,
                image.CutShort ?? (info is null ? "it holds no Go build information: Go did not build it, or before Go 1.13" : ""),
                image,
                info,
                architectures
            );
        }
        catch (BinaryDamageException e)
        {
            return new BinaryReading(GoBinaryVerdict.Damaged, e.Message, image);
        }
    }
}
