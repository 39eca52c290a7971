using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain;

/// <summary>
/// Looks for project files from a directory upwards. Each directory is read whole before its parent, with these rules (docs/versions.md says
/// why):
/// <list type="number">
/// <item>The nearest file that chooses a version decides; in one directory <c>gotoolchain.json</c>, the <c>toolchain</c> line,
/// <c>.go-version</c>, <c>.tool-versions</c>, <c>mise.toml</c>, in this order.</item>
/// <item>A <c>gotoolchain.json</c> further up overrules a <c>toolchain</c> line, and so does a <c>go.work</c> that of a <c>go.mod</c>.</item>
/// <item>A <c>go</c> line is a minimum, and decides only when no file chooses. Choices of version managers further up that it rules out do not
/// count.</item>
/// </list>
/// </summary>
internal sealed class GoProjectFinder
{
    private readonly bool _workspaces;
    private VersionStatement? _pin;
    private bool _pinIsFinal;
    private bool _moduleFound;
    private bool _workspaceFound;
    private GoVersion? _minimum;
    private string? _minimumPlace;
    private GoToolchainJsonFile? _settings;
    private string? _lockFile;
    private bool _lockPlaceFound;

    private GoProjectFinder(bool workspaces) => _workspaces = workspaces;

    /// <summary>What the project files around a directory say.</summary>
    /// <param name="directory">Absolute; need not exist.</param>
    /// <param name="host">The machine: <c>GOWORK=off</c> means to Go, and so here, that workspaces do not count.</param>
    /// <returns>Null when no file says anything.</returns>
    /// <exception cref="GoToolchainException"><c>GOTC1002</c>: a file cannot be read, or says something that makes no sense.</exception>
    public static GoProject? Find(string directory, HostMachine host)
    {
        if (!Path.IsPathFullyQualified(directory))
        {
            throw new GoToolchainException(GoErrorCodes.InvalidSetting, $"The project directory `{directory}` is not an absolute path.");
        }

        var finder = new GoProjectFinder(workspaces: host.GetVariable("GOWORK") != "off");
        for (var at = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)); at is not null; at = Path.GetDirectoryName(at))
        {
            finder.Look(at);
        }

        return finder.Conclude();
    }

    private void Look(string directory)
    {
        LookForLock(directory);
        var json = _settings is null || !_pinIsFinal ? GoToolchainJsonFile.Find(directory) : null;
        _settings ??= json;
        if (json?.Version is { } version && !_pinIsFinal)
        {
            (_pin, _pinIsFinal) = (version, true);
        }

        var module = FindModule(directory);
        if (module?.Toolchain is { } toolchain && !_pinIsFinal)
        {
            _pin = toolchain;
        }

        if (_pin is null && ChoiceOfManager(directory) is { } choice && !IsRuledOut(choice))
        {
            (_pin, _pinIsFinal) = (choice, true);
        }

        // The module and the workspace around it: Go holds a build to both.
        if (module?.Minimum is { } minimum && !(_minimum >= minimum))
        {
            (_minimum, _minimumPlace) = (minimum, module.MinimumPlace);
        }
    }

    private void LookForLock(string directory)
    {
        if (_lockPlaceFound)
        {
            return;
        }

        var file = Path.Combine(directory, GoLockFile.Name);
        _lockFile = File.Exists(file) ? file : null;
        _lockPlaceFound = _lockFile is not null || File.Exists(Path.Combine(directory, GoToolchainJsonFile.Name));
    }

    // As for Go, a module above the nearest one is another module, and nothing above a workspace matters.
    private GoModFile? FindModule(string directory)
    {
        if (_workspaceFound)
        {
            return null;
        }

        var workspace = _workspaces ? GoModFile.Find(directory, GoModFile.WorkspaceName) : null;
        var module = workspace ?? (_moduleFound ? null : GoModFile.Find(directory, GoModFile.ModuleName));
        _workspaceFound |= workspace is not null;
        _moduleFound |= module is not null;
        return module;
    }

    private static VersionStatement? ChoiceOfManager(string directory) =>
        GoVersionFile.Find(directory) ?? ToolVersionsFile.Find(directory) ?? MiseFile.Find(directory);

    // Many people have a ~/.tool-versions for everything; it must not break a module below it that needs a newer Go.
    private bool IsRuledOut(VersionStatement choice) =>
        choice.Spec.Version is { } version && _minimum is { } minimum && IsOlder(version, minimum);

    private GoProject? Conclude()
    {
        // Go itself takes the newer of the two lines (https://go.dev/doc/toolchain#select).
        var toolchainTooOld = !_pinIsFinal && _pin?.Spec.Version is { } pinned && _minimum is not null && IsOlder(pinned, _minimum);
        var pin = toolchainTooOld ? null : _pin;
        if (pin is null && _minimum is null && _settings is null && _lockFile is null)
        {
            return null;
        }

        return new GoProject
        {
            Spec = pin?.Spec ?? (_minimum is null ? null : GoVersionSpec.AtLeast(_minimum)),
            SpecPlace = pin?.Place ?? _minimumPlace,
            Minimum = _minimum,
            MinimumPlace = _minimumPlace,
            SettingsFile = _settings?.File,
            LockFile = _lockFile,
            Settings = _settings?.Settings ?? new Dictionary<string, IReadOnlyList<string>>(),
        };
    }

    // A line has patches above any minimum of that line.
    private static bool IsOlder(GoVersion version, GoVersion minimum) =>
        version.NamesOnlyALine ? GoVersion.CompareLine(version, minimum) < 0 : version < minimum;
}
