using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage;

/// <summary>A file that a loader would try, read as one.</summary>
internal static class LibraryFile
{
    /// <summary>Reads it, or says why the loader would go on to the next.</summary>
    /// <typeparam name="T">What is read of it.</typeparam>
    /// <param name="path">Absolute.</param>
    /// <param name="origin">Where the loader looks.</param>
    /// <param name="arch">The GOARCH that it has to be for.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="archOf">The GOARCH of what was read.</param>
    /// <param name="rejected">Receives the reason when the file is no use.</param>
    /// <returns>Null when there is none, or it is no use.</returns>
    public static T? TryOpen<T>(
        string path,
        LibraryOrigin origin,
        string? arch,
        Func<ByteSource, T> read,
        Func<T, string?> archOf,
        List<LibraryRejection> rejected
    )
        where T : class
    {
        try
        {
            var facts = FileFacts.Of(path);
            if (facts.Kind is FileKind.Missing or FileKind.DanglingLink)
            {
                return null;
            }

            if (facts is not { Kind: FileKind.File, Length: > 0 })
            {
                Reject(LibraryRejectionReason.Damaged, "it is empty or no regular file");
                return null;
            }

            using var source = FileByteSource.Open(path);
            var found = read(source);
            if (archOf(found) == arch)
            {
                return found;
            }

            Reject(LibraryRejectionReason.OtherMachine, $"it is for {archOf(found) ?? "another machine"}, not {arch}");
        }
        catch (BinaryDamageException e)
        {
            Reject(LibraryRejectionReason.Damaged, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Reject(LibraryRejectionReason.Unreadable, "it cannot be read");
        }

        return null;

        void Reject(LibraryRejectionReason reason, string detail) => rejected.Add(new LibraryRejection(path, origin, reason, detail));
    }
}
