using GoToolchain.Environments.StartFiles;
using GoToolchain.Inspection;
using GoToolchain.Locating;

namespace GoToolchain.Environments.Search;

/// <summary>Takes PATH apart.</summary>
internal static class SearchPathReader
{
    /// <summary>The entries, in order. Nothing is left out.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="startFiles">Who may have put them there; null: not asked.</param>
    public static IReadOnlyList<SearchPathEntry> Read(HostMachine host, StartFileSurvey? startFiles)
    {
        var links = new LinkResolver();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var settings = startFiles?.Settings.Where(s => s is { Name: "PATH", Value: not null }).Reverse().ToArray() ?? [];
        return
        [
            .. GoFilePath
                .SplitList(host.GetVariable("PATH") ?? "")
                .Select((text, index) => new SearchPathEntry(index + 1, text, StateOf(text), SetBy(text))),
        ];

        SearchPathEntryState StateOf(string text)
        {
            var state = Look(text);
            return state == SearchPathEntryState.Usable && !seen.Add(links.Resolve(Path.TrimEndingDirectorySeparator(text)) ?? text)
                ? SearchPathEntryState.Duplicate
                : state;
        }

        string? SetBy(string text) =>
            text.Length == 0 ? null : settings.FirstOrDefault(s => GoFilePath.SplitList(s.Value!).Contains(text))?.Place;
    }

    private static SearchPathEntryState Look(string text)
    {
        if (text.Length == 0)
        {
            return SearchPathEntryState.Empty;
        }

        if (!GoFilePath.IsAbsolute(text))
        {
            return text.StartsWith('~') ? SearchPathEntryState.Tilde : SearchPathEntryState.Relative;
        }

        try
        {
            return FileFacts.Of(text).Kind switch
            {
                FileKind.Directory => SearchPathEntryState.Usable,
                FileKind.File => SearchPathEntryState.NotDirectory,
                _ => SearchPathEntryState.Missing,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return SearchPathEntryState.Unreadable;
        }
    }
}
