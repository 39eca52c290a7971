namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>Takes names out of messages.</summary>
internal static class MessageText
{
    private static readonly char[] s_ends = [' ', ';', ':', '\n', '\t', ')', ',', '\'', '"'];

    /// <summary>The word behind a text, or null.</summary>
    public static string? WordAfter(string message, string before)
    {
        var at = message.IndexOf(before, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = at + before.Length;
        var end = message.IndexOfAny(s_ends, start);
        return end == start || start == message.Length ? null : message[start..(end < 0 ? message.Length : end)];
    }

    /// <summary>The module and version in the first <c>module@version</c> of a message, or null.</summary>
    public static (string Module, string Version)? ModuleIn(string message)
    {
        var at = message.IndexOf("@v", StringComparison.Ordinal);
        if (at <= 0)
        {
            return null;
        }

        var start = message.LastIndexOfAny([' ', '\t', '\n', '('], at) + 1;
        var end = message.IndexOfAny(s_ends, at);
        var version = message[(at + 1)..(end < 0 ? message.Length : end)];
        return start == at ? null : (message[start..at], version);
    }

    /// <summary>A command of go, as a user of this package can run it, with the directory to run it in.</summary>
    public static string Run(string arguments, string directory) => $"`gotoolchain exec -- go {arguments}` in {directory}";
}
