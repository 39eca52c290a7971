using System.Globalization;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sidecar.Logging;

/// <summary>Levels as Go's <c>log/slog</c> writes them: <c>INFO</c>, or <c>ERROR+2</c> for those between (https://pkg.go.dev/log/slog#Level.String).</summary>
internal static class SlogLevel
{
    /// <summary>The level; null when the text is none.</summary>
    public static LogLevel? Parse(string text)
    {
        var sign = text.AsSpan().IndexOfAny('+', '-');
        var name = sign < 0 ? text : text[..sign];
        var offset = 0;
        if (sign >= 0 && !int.TryParse(text.AsSpan(sign), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out offset))
        {
            return null;
        }

        int? level = name.ToUpperInvariant() switch
        {
            "DEBUG" => -4,
            "INFO" => 0,
            "WARN" => 4,
            "ERROR" => 8,
            _ => null,
        };
        return level is { } number ? Of(number + offset) : null;
    }

    // slog leaves four numbers from one to the next, so that others can put theirs in between: below DEBUG is what is called trace elsewhere.
    private static LogLevel Of(int number) =>
        number switch
        {
            < -4 => LogLevel.Trace,
            < 0 => LogLevel.Debug,
            < 4 => LogLevel.Information,
            < 8 => LogLevel.Warning,
            < 12 => LogLevel.Error,
            _ => LogLevel.Critical,
        };
}
