using System.Text;

namespace GoToolchain.Tool.Output;

/// <summary>Where the tool writes: the answer to stdout, all else to stderr; and what those two can do.</summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>The width that help and hints are written for.</summary>
    public const int TextWidth = 80;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly Lazy<TextWriter> _out;
    private readonly Lazy<TextWriter> _error;

    public Terminal()
    {
        _out = new(() => Open(() => StandardStream.Out, Console.IsOutputRedirected, () => Console.Out));
        _error = new(() => Open(() => StandardStream.Error, Console.IsErrorRedirected, () => Console.Error));
    }

    /// <summary>stdout: the answer, and nothing else.</summary>
    public TextWriter Out => _out.Value;

    /// <summary>stderr: progress, hints and errors.</summary>
    public TextWriter Error => _error.Value;

    /// <summary>The columns of stdout; null when it is not a terminal, so that nothing may be cut or wrapped.</summary>
    public static int? OutWidth => Console.IsOutputRedirected ? null : Width();

    /// <summary>The columns of stderr; null when it is not a terminal.</summary>
    public static int? ErrorWidth => Console.IsErrorRedirected ? null : Width();

    /// <summary>stderr is a terminal on which the cursor may be moved and colours used.</summary>
    public static bool IsErrorLively => !Console.IsErrorRedirected && AllowsEscapes;

    /// <summary>stdout is a terminal on which colours may be used.</summary>
    public static bool IsOutLively => !Console.IsOutputRedirected && AllowsEscapes;

    public void Dispose()
    {
        if (_out.IsValueCreated)
        {
            _out.Value.Flush();
        }

        if (_error.IsValueCreated)
        {
            _error.Value.Flush();
        }
    }

    // https://no-color.org: any value but the empty one. The old Windows console shows escapes as text.
    private static bool AllowsEscapes =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && (!OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("WT_SESSION") is not null);

    private static int Width()
    {
        try
        {
            return Console.WindowWidth is > 20 and var width ? width : TextWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return TextWidth;
        }
    }

    // UTF-8 whatever the locale says: paths on Unix and JSON are. Only a Windows console has an encoding of its own.
    private static TextWriter Open(Func<Stream> stream, bool redirected, Func<TextWriter> console) =>
#pragma warning disable CA2000 // The process owns its standard streams until it ends.
        OperatingSystem.IsWindows() && !redirected ? console() : new StreamWriter(stream(), s_utf8, bufferSize: 1024) { AutoFlush = true };
#pragma warning restore CA2000
}
