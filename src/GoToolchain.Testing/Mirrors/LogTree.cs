using System.Security.Cryptography;

namespace GoToolchain.Testing.Mirrors;

/// <summary>The hash tree over the records of a log (RFC 6962, 2.1). Complete subtrees are kept as the log grows.</summary>
internal sealed class LogTree
{
    // Level 0 holds the hashes of the records, level n those of complete subtrees of 2^n records.
    private readonly List<List<byte[]>> _levels =
    [
        [],
    ];

    public int Count => _levels[0].Count;

    public void Append(ReadOnlySpan<byte> record)
    {
        var hash = SHA256.HashData([0, .. record]);
        for (var level = 0; ; level++)
        {
            if (level == _levels.Count)
            {
                _levels.Add([]);
            }

            _levels[level].Add(hash);
            if (_levels[level].Count % 2 == 1)
            {
                return;
            }

            hash = Node(_levels[level][^2], _levels[level][^1]);
        }
    }

    /// <summary>The hash of the whole.</summary>
    public byte[] Root()
    {
        // From the smallest complete subtree at the right end to the largest at the left.
        byte[]? root = null;
        for (var level = 0; level < _levels.Count; level++)
        {
            if ((Count >> level) % 2 == 1)
            {
                root = root is null ? _levels[level][^1] : Node(_levels[level][^1], root);
            }
        }

        return root ?? SHA256.HashData([]);
    }

    /// <summary>Some hashes of one level, one after the other.</summary>
    /// <returns>Null when there are not so many.</returns>
    public byte[]? Hashes(int level, long start, int count) =>
        level < _levels.Count && start + count <= _levels[level].Count
            ? [.. _levels[level].Skip((int)start).Take(count).SelectMany(hash => hash)]
            : null;

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
