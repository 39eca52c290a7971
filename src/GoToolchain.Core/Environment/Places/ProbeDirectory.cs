using System.Diagnostics;
using System.Globalization;

namespace GoToolchain.Environments.Places;

/// <summary>
/// A directory that is made in a place to see whether it can be, and removed at once. Its name says which process made it, so that what a killed
/// one has left is removed by the next look.
/// </summary>
internal sealed class ProbeDirectory : IDisposable
{
    private const string Prefix = ".gotoolchain-probe-";
    private const int MostEntries = 20_000;
    private const int SampleSize = 64 * 1024;

    // A process of another container has a number that means nothing here; but no look takes this long.
    private static readonly TimeSpan s_longestLook = TimeSpan.FromMinutes(2);

    private ProbeDirectory(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes one, and writes a file into it, through to the disk.</summary>
    /// <param name="parent">An existing directory: absolute.</param>
    /// <exception cref="IOException">It cannot be made, or the file not written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public static ProbeDirectory Create(string parent)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}");
        var probe = new ProbeDirectory(System.IO.Path.Combine(parent, name));
        Directory.CreateDirectory(probe.Path);
        try
        {
            using var file = new FileStream(System.IO.Path.Combine(probe.Path, "sample"), FileMode.CreateNew, FileAccess.Write);
            file.Write(new byte[SampleSize]);
            file.Flush(flushToDisk: true);
            return probe;
        }
        catch
        {
            probe.Dispose();
            throw;
        }
    }

    /// <summary>Removes what processes that were killed have left.</summary>
    /// <param name="parent">An existing directory: absolute.</param>
    /// <param name="now">The time.</param>
    public static void Sweep(string parent, DateTimeOffset now)
    {
        try
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(parent).Take(MostEntries))
            {
                var name = System.IO.Path.GetFileName(entry);
                if (name.StartsWith(Prefix, StringComparison.Ordinal) && IsLeft(name, entry, now))
                {
                    new ProbeDirectory(entry).Dispose();
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A directory may be writable without being readable; then nothing can be tidied.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else may be tidying at the same time; what stays is removed by the next look.
        }
    }

    private static bool IsLeft(string name, string entry, DateTimeOffset now)
    {
        var number = name[Prefix.Length..].Split('-')[0];
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            && now - File.GetLastWriteTimeUtc(entry) > s_longestLook
            && !IsAlive(process);
    }

    private static bool IsAlive(int number)
    {
        try
        {
            using var process = Process.GetProcessById(number);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
