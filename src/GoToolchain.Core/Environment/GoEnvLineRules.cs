namespace GoToolchain.Environments;

/// <summary>
/// What is wrong with a line of the user's go/env file. <c>go env -w</c> would have refused to write it (cmd/go/internal/envcmd,
/// <c>checkEnvWrite</c>), or Go passes over it without a word.
/// </summary>
internal static class GoEnvLineRules
{
    /// <summary>Why Go passes over a line that was meant to be something; null for comments and blank lines.</summary>
    /// <param name="line">Its bytes.</param>
    public static string? WhyPassedOver(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("\uFEFF"u8))
        {
            return "it begins with a byte order mark, so Go passes over it.";
        }

        if (line is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
        {
            return "the file is UTF-16 text, which Go cannot read: it passes over every line.";
        }

        var text = line.Trim(" \t\r"u8);
        if (text.IsEmpty || text[0] == (byte)'#')
        {
            return null;
        }

        if (text.IndexOf((byte)'=') < 0)
        {
            return "it has no `=`, so Go passes over it.";
        }

        return text.StartsWith("export "u8) ? "it begins with `export`, as in a shell, so Go passes over it."
            : text.Length != line.Length && line[0] is (byte)' ' or (byte)'\t' ? "it begins with a blank, so Go passes over it."
            : "it does not begin with a capital letter, so Go passes over it.";
    }

    /// <summary>What is wrong with a setting in the user's file; null when nothing is.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="minor">The version of the Go that reads it.</param>
    public static string? ProblemOf(string key, string value, int minor)
    {
        if (ProblemOfBytes(key, value) is { } bytes)
        {
            return bytes;
        }

        if (key.TrimEnd() != key && GoVariableTable.Find(key.TrimEnd()) is not null)
        {
            return $"there is a blank between {key.TrimEnd()} and `=`, so Go takes it for another name.";
        }

        if (value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] && !IsQuotedList(key))
        {
            return $"the quotes around the value of {key} are part of it: Go removes none.";
        }

        return GoVariableTable.Find(key) switch
        {
            null => $"{key} is no variable that Go knows.",
            { Storage: GoVariableStorage.ProcessOnly } => $"{key} counts only in the environment of the process, not in this file.",
            { Storage: GoVariableStorage.Computed } when key == "GOROOT" =>
                "GOROOT in this file pins every `go` of this user to one tree; when that tree is gone, no `go` command works.",
            { Storage: GoVariableStorage.Computed } => $"{key} is computed by Go; this line does nothing.",
            { Since: var since } when since > minor => $"{key} is known only from Go 1.{since} on.",
            _ => null,
        };
    }

    /// <summary>What is wrong with the bytes of a setting, whoever reads it; null when nothing is.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value.</param>
    public static string? ProblemOfBytes(string key, string value) =>
        key.Contains('\0', StringComparison.Ordinal) || value.Contains('\0', StringComparison.Ordinal)
            ? $"the setting of {key.Replace("\0", "\\0", StringComparison.Ordinal)} holds a NUL byte, with which no process can be started."
        : value.EndsWith('\r') ? $"it ends with a carriage return, as on Windows, which becomes part of the value of {key}."
        : value.AsSpan().IndexOfAny('\r', '\v') >= 0 ? $"the value of {key} holds a carriage return or vertical tab."
        : null;

    // Words of these may be quoted (cmd/internal/quoted).
    private static bool IsQuotedList(string key) =>
        key is "GOFLAGS" or "CC" or "CXX" or "FC" or "AR" or "GCCGO" or "PKG_CONFIG" || key.StartsWith("CGO_", StringComparison.Ordinal);
}
