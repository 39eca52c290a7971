using System.Text;
using GoToolchain.Verification.Notes;

namespace GoToolchain.Verification.Logs;

/// <summary>A record of a log, as a lookup answers it: its number, its text, and the head of a log that holds it (tlog.ParseRecord).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Text">Its bytes: what the log has hashed.</param>
/// <param name="Head">The note below it.</param>
internal sealed record LogRecord(long Id, ReadOnlyMemory<byte> Text, ReadOnlyMemory<byte> Head)
{
    /// <summary>Takes an answer apart. Nothing of it is believed yet.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="place">Where it comes from, for messages.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.LogNotProved"/>.</exception>
    public static LogRecord Parse(ReadOnlyMemory<byte> answer, string place)
    {
        var bytes = answer.Span;
        var first = bytes.IndexOf((byte)'\n');
        var end = bytes.IndexOf("\n\n"u8);
        return first > 0 && end > first && TreeHead.TryParseNumber(Encoding.Latin1.GetString(bytes[..first]), out var id)
            ? new LogRecord(id, answer[(first + 1)..(end + 1)], answer[(end + 2)..])
            : throw SignedNote.NoProof("Its answer is not a record.", place);
    }

    /// <summary>The hash that the record gives for a version, as go.sum has it: <c>h1:…</c>.</summary>
    /// <param name="module">The path of the module.</param>
    /// <param name="version">The version; with <c>/go.mod</c> behind it that of its go.mod.</param>
    /// <returns>Null when it gives none, or more than one.</returns>
    public string? HashOf(string module, string version)
    {
        var prefix = $"{module} {version} ";
        var hashes = Encoding
            .UTF8.GetString(Text.Span)
            .Split('\n')
            .Where(line => line.StartsWith(prefix + "h1:", StringComparison.Ordinal))
            .Select(line => line[prefix.Length..])
            .ToList();
        return hashes.Count == 1 ? hashes[0] : null;
    }
}
