using System.Text.RegularExpressions;
using GoToolchain.Locating;

namespace GoToolchain.Inspection.Linkage.Tracing;

/// <summary>Puts together what a trace tells, call by call. What it keeps is bounded, however long the run is.</summary>
/// <param name="isAtStart">Whether a program needs a library to start: asked with program and library.</param>
internal sealed partial class TraceCollector(Func<string, string, bool> isAtStart)
{
    private const int MostProcesses = 1000;
    private const int MostLibraries = 5000;
    private const int MostTries = 64;

    private readonly List<Watched> _all = [];
    private readonly Dictionary<int, Watched> _current = [];
    private readonly Dictionary<int, int> _leaders = [];
    private readonly LinkResolver _links = new();

    /// <summary>More happened than was kept.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Whether a process or thread has been heard of.</summary>
    public bool Knows(int process) => _current.ContainsKey(process) || _leaders.ContainsKey(process);

    /// <summary>A process executes a program.</summary>
    public void Execute(int process, string program)
    {
        _leaders.Remove(process);
        if (_current.GetValueOrDefault(process) is { Loaded.Count: 0, Tried.Count: 0 } same && same.Program == program)
        {
            return;
        }

        if (_all.Count >= MostProcesses)
        {
            IsCutShort = true;
            _current.Remove(process);
            return;
        }

        var watched = new Watched(process, program);
        _all.Add(watched);
        _current[process] = watched;
    }

    /// <summary>The program that was asked for has run, whether anything was heard of it or not.</summary>
    public void Begin(string program)
    {
        if (!_all.Exists(w => w.Program == program))
        {
            _all.Insert(0, new Watched(0, program));
        }
    }

    /// <summary>A process starts a thread, or a copy of itself, which loads on its behalf until it executes something else.</summary>
    public void Clone(int parent, int child) => _leaders[child] = Leader(parent);

    /// <summary>A process or thread is gone, and its number can be used again.</summary>
    public void Exit(int process)
    {
        if (_leaders.Remove(process))
        {
            return;
        }

        _current.Remove(process);
    }

    /// <summary>A process has loaded a library.</summary>
    public void Load(int process, string path, bool? atStart = null)
    {
        if (Of(process) is not { } watched)
        {
            return;
        }

        watched.Tried.Remove(Path.GetFileName(path));
        var real = _links.Resolve(path) ?? path;
        if (watched.Loaded.ContainsKey(real))
        {
            return;
        }

        if (watched.Loaded.Count >= MostLibraries)
        {
            IsCutShort = true;
            return;
        }

        watched.Loaded[real] = new TracedLibrary(path, atStart ?? isAtStart(watched.Program, path));
        watched.Order.Add(real);
        watched.FoundNames.Add(Path.GetFileName(path));
    }

    /// <summary>A process has opened a file that looks like a library: the name is found, whatever it was tried as before.</summary>
    public void Open(int process, string path)
    {
        var name = Path.GetFileName(path);
        if (Of(process) is { } watched && IsLibraryName(name))
        {
            watched.Tried.Remove(name);
            watched.FoundNames.Add(name);
        }
    }

    /// <summary>A process did not get a file.</summary>
    public void Miss(int process, string path, string? reason)
    {
        var name = Path.GetFileName(path);
        if (!IsLibraryName(name) || Of(process) is not { } watched || watched.FoundNames.Contains(name))
        {
            return;
        }

        if (!watched.Tried.TryGetValue(name, out var tries))
        {
            if (watched.Tried.Count >= MostLibraries)
            {
                IsCutShort = true;
                return;
            }

            watched.Tried[name] = tries = new Tries();
        }

        tries.Reason = reason ?? tries.Reason;
        if (tries.Paths.Count < MostTries)
        {
            tries.Paths.Add(path);
        }
    }

    /// <summary>What was seen.</summary>
    public IReadOnlyList<TracedProcess> ToProcesses() =>
        [
            .. _all.Select(w => new TracedProcess(
                w.Id,
                w.Program,
                [.. w.Order.Select(real => w.Loaded[real])],
                [.. w.Tried.Select(t => new TracedMiss(t.Key, t.Value.Paths, t.Value.Reason))]
            )),
        ];

    private Watched? Of(int process) => _current.GetValueOrDefault(Leader(process));

    private int Leader(int process) => _leaders.GetValueOrDefault(process, process);

    private static bool IsLibraryName(string name) => LibraryName().IsMatch(name);

    [GeneratedRegex(@"\.so(\.[0-9A-Za-z_+-]+)*$")]
    private static partial Regex LibraryName();

    private sealed class Watched(int id, string program)
    {
        public int Id => id;

        public string Program => program;

        public Dictionary<string, TracedLibrary> Loaded { get; } = new(StringComparer.Ordinal);

        public List<string> Order { get; } = [];

        public HashSet<string> FoundNames { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Tries> Tried { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Tries
    {
        public List<string> Paths { get; } = [];

        public string? Reason { get; set; }
    }
}
