using GoToolchain.Locating;

namespace GoToolchain.Environments.Search;

/// <summary>Says for names which file a shell runs, and what hides what.</summary>
/// <param name="host">The machine.</param>
/// <param name="install">Where <c>go install</c> writes.</param>
internal sealed class CommandLookups(HostMachine host, GoInstallDirectory install)
{
    // More programs than this are not installed by hand.
    private const int MostPrograms = 1000;
    private readonly LinkResolver _links = new();
    private readonly ProgramSearch _programs = new(host);

    /// <summary>A name.</summary>
    /// <param name="name">For example <c>gopls</c>.</param>
    public CommandLookup Of(string name)
    {
        var files = _programs.FindAll(name).ToArray();
        var first = files.FirstOrDefault();
        var target = first is null ? null : _links.Resolve(first);
        var hidden = files.Skip(1).Where(f => _links.Resolve(f) != target).ToArray();
        var installed = install.Path is { } directory ? FileIn(directory, name) : null;
        return new CommandLookup(name, first, target ?? first, hidden, installed, NoteOn(name, first, target, hidden, installed));
    }

    /// <summary>Every program that <c>go install</c> has written and that a shell would not run under its name.</summary>
    public IEnumerable<CommandLookup> Shadowed()
    {
        if (install.Path is not { } directory || !Directory.Exists(directory))
        {
            return [];
        }

        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(directory)
                    .Take(MostPrograms)
                    .Where(ProgramSearch.IsProgram)
                    .Select(file => NameOf(Path.GetFileName(file)))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(Of)
                    .Where(c => c is { File: not null, Installed: not null } && _links.Resolve(c.Installed) != c.Target),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What this user may not list, this user's `go install` has not written.
            return [];
        }
    }

    private string NameOf(string file) => host.Platform.IsWindows ? Path.GetFileNameWithoutExtension(file) : file;

    private string? FileIn(string directory, string name)
    {
        var file = Path.Combine(directory, name + host.Platform.ExecutableSuffix);
        return ProgramSearch.IsProgram(file) ? file : null;
    }

    private string? NoteOn(string name, string? first, string? target, string[] hidden, string? installed)
    {
        if (installed is not null && first is not null && _links.Resolve(installed) != target)
        {
            return install.IsOnSearchPath
                ? $"`go install` writes {installed}, but {first} comes earlier on PATH."
                : $"`go install` writes {installed}, whose directory is not on PATH; {first} runs instead.";
        }

        return installed is not null && first is null ? $"{installed} is there, but its directory is not on PATH."
            : first is null ? $"No `{name}` is on PATH."
            : hidden.Length > 0 ? $"{first} hides {string.Join(", ", hidden)}."
            : null;
    }
}
