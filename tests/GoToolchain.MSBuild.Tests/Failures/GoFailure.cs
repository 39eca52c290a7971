using System.Globalization;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests.Failures;

/// <summary>
/// A module with something wrong in it: a text file beside this one, with a few lines about what is expected and then the files, each behind
/// a line <c>-- name --</c>. <c>$DIR</c> stands for the directory of the case, <c>$PROXY</c> for a module proxy on disk.
/// </summary>
internal sealed class GoFailure
{
    private readonly ILookup<string, string> _fields;

    private GoFailure(string name, ILookup<string, string> fields, IReadOnlyDictionary<string, string> files) =>
        (Name, _fields, Files) = (name, fields, files);

    public string Name { get; }

    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>What is wrong, in a few words.</summary>
    public string Title => _fields["title"].Single();

    public GoErrorCode Code => CodeOf(_fields["code"].Single());

    /// <summary>The code of what a build shows: its own where that looks before go is started.</summary>
    public GoErrorCode CodeInBuild => _fields["build-code"].SingleOrDefault() is { } id ? CodeOf(id) : Code;

    /// <summary>File, line and column of the error that is meant; 0: none.</summary>
    public (string File, int Line, int Column) Place
    {
        get
        {
            var parts = _fields["place"].Single().Split(':');
            return (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A part of its message.</summary>
    public string Says =>
        _fields["says"].Single().Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);

    /// <summary>Go exits with 0, or with something else.</summary>
    public bool Succeeds => _fields["exit"].SingleOrDefault() == "0";

    /// <summary>Metadata of the item.</summary>
    public IEnumerable<(string Name, string Value)> Metadata => _fields["set"].Select(f => f.Split('=', 2)).Select(p => (p[0], p[1]));

    /// <summary>The program without which it does not show.</summary>
    public string? Needs => _fields["needs"].SingleOrDefault() ?? (Metadata.Contains(("CgoEnabled", "true")) ? "gcc" : null);

    /// <summary>The platform that is built for.</summary>
    public GoPlatform Target => GoPlatform.TryParse(_fields["platform"].SingleOrDefault(), out var platform) ? platform : GoPlatform.Host;

    /// <summary>Its place on the page of the common failures; null: it is not on it.</summary>
    public string? Page => _fields["page"].SingleOrDefault();

    /// <summary>How many errors and warnings there are.</summary>
    public int Count(string line) =>
        int.Parse(_fields["errors " + line].SingleOrDefault() ?? _fields["errors"].SingleOrDefault() ?? "1", CultureInfo.InvariantCulture);

    /// <summary>Whether it can be had on this machine.</summary>
    public bool IsOn(GoPlatform machine) =>
        _fields["on"].SingleOrDefault() is not { } wanted || wanted == machine.Os || wanted == machine.ToString();

    /// <summary>Whether that Go has it.</summary>
    public bool IsIn(string line) =>
        _fields["since"].SingleOrDefault() is not { } since || GoVersion.Parse(line).CompareTo(GoVersion.Parse(since)) >= 0;

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Corpus, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    /// <summary>Reads one.</summary>
    public static GoFailure Load(string name)
    {
        var fields = new List<(string Name, string Value)>();
        var files = new Dictionary<string, string>();
        string? file = null;
        foreach (var line in File.ReadAllLines(Path.Combine(Corpus, name + ".txt")))
        {
            if (line is ['-', '-', ' ', .., ' ', '-', '-'])
            {
                file = line[3..^3];
                files[file] = "";
            }
            else if (file is not null)
            {
                files[file] += line + "\n";
            }
            else
            {
                var parts = line.Split(": ", 2);
                fields.Add((parts[0], parts[1]));
            }
        }

        return new GoFailure(name, fields.ToLookup(f => f.Name, f => f.Value), files);
    }

    /// <summary>A program that is right; what is wrong is around it.</summary>
    /// <param name="code">The Go code below the package line.</param>
    public static GoFailure Of(string code) =>
        new(
            "program",
            Array.Empty<string>().ToLookup(f => f),
            new Dictionary<string, string>
            {
                ["agent/go.mod"] = "module example.com/agent\n\ngo 1.19\n",
                ["agent/main.go"] = "package main\n\n" + code,
            }
        );

    /// <summary>Writes its files.</summary>
    /// <param name="directory">Where to: absolute.</param>
    public void Write(string directory)
    {
        foreach (var (name, text) in Files)
        {
            var file = Path.Combine(directory, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            if (name.EndsWith(".sh", StringComparison.Ordinal) && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }

    private static string Corpus => Path.Combine(RepositoryRoot.File(), "tests", "GoToolchain.MSBuild.Tests", "Failures");

    private static GoErrorCode CodeOf(string id) => GoErrorCodes.All.Single(c => c.Id == id);
}
