using System.Buffers.Binary;
using System.Runtime.InteropServices;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>A snapshot as it lies in the store.</summary>
/// <param name="Directory">Its directory in the catalog: absolute.</param>
/// <param name="Record">What it says about itself.</param>
internal sealed record StoredSnapshot(string Directory, SnapshotRecord Record)
{
    private const string RecordFile = "snapshot.json";
    private const string ManifestFile = "manifest.bin";
    private const string TimesFile = "times.bin";
    private const string ReceiptFile = "receipt.json";

    public string Id => Path.GetFileName(Directory);

    /// <summary>The receipt of the toolchain, when it was one of the store; else nothing is there.</summary>
    public string Receipt => Path.Combine(Directory, ReceiptFile);

    /// <summary>Reads the head of a snapshot.</summary>
    /// <returns>Null when it is damaged.</returns>
    public static StoredSnapshot? Read(string directory) =>
        SnapshotRecord.Read(Path.Combine(directory, RecordFile)) is { } record ? new StoredSnapshot(directory, record) : null;

    /// <summary>Writes all files of a snapshot into a directory.</summary>
    /// <param name="directory">Empty.</param>
    /// <param name="record">The head.</param>
    /// <param name="manifest">Every file.</param>
    /// <param name="times">When each file of the manifest was changed last, in its order.</param>
    /// <param name="receipt">The receipt of the toolchain; null when there is none.</param>
    public static void Write(string directory, SnapshotRecord record, Manifest manifest, IReadOnlyList<DateTime> times, byte[]? receipt)
    {
        File.WriteAllBytes(Path.Combine(directory, RecordFile), record.ToJson());
        File.WriteAllBytes(Path.Combine(directory, ManifestFile), manifest.ToBytes());
        var bytes = new byte[times.Count * sizeof(long)];
        for (var i = 0; i < times.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), times[i].Ticks);
        }

        File.WriteAllBytes(Path.Combine(directory, TimesFile), bytes);
        if (receipt is not null)
        {
            File.WriteAllBytes(Path.Combine(directory, ReceiptFile), receipt);
        }
    }

    /// <summary>Every file of the tree.</summary>
    /// <returns>Null when the list is damaged.</returns>
    public Manifest? ReadManifest() => Manifest.Read(Path.Combine(Directory, ManifestFile));

    /// <summary>When each file of the manifest was changed last (UTC), in its order.</summary>
    /// <returns>Null when the list is damaged, or of another length.</returns>
    public DateTime[]? ReadTimes(int count)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(Directory, TimesFile));
            var ticks = MemoryMarshal.Cast<byte, long>(bytes);
            if (ticks.Length != count)
            {
                return null;
            }

            var times = new DateTime[count];
            for (var i = 0; i < count; i++)
            {
                var value = BitConverter.IsLittleEndian ? ticks[i] : BinaryPrimitives.ReverseEndianness(ticks[i]);
                if (value < DateTime.MinValue.Ticks || value > DateTime.MaxValue.Ticks)
                {
                    return null;
                }

                times[i] = new DateTime(value, DateTimeKind.Utc);
            }

            return times;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>As callers see it.</summary>
    /// <param name="ownBytes">What it alone takes in the store.</param>
    public GoSnapshot ToPublic(long ownBytes = 0) =>
        new()
        {
            Id = Id,
            Root = Record.Root,
            Version = GoVersion.TryParse(Record.Version, out var version) ? version : null,
            Platform = GoPlatform.TryParse(Record.Platform, out var platform) ? platform : null,
            CreatedAt = Record.CreatedAt,
            Files = Record.Files,
            Bytes = Record.Bytes,
            OwnBytes = ownBytes,
            ClonedBytes = Record.ClonedBytes,
            IsAsInstalled = Record.IsAsInstalled,
        };
}
