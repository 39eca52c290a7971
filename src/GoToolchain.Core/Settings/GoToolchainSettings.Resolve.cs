using GoToolchain.Sources.Proxy;

namespace GoToolchain;

public sealed partial record GoToolchainSettings
{
    private static readonly TimeSpan s_defaultLockTimeout = TimeSpan.FromMinutes(10);

    /// <summary>The settings in force.</summary>
    /// <param name="options">What the caller decides, and the machine with its environment.</param>
    /// <param name="project">What the project files say; null: there are none.</param>
    /// <exception cref="GoToolchainException"><c>GOTC1003</c>: a value is not allowed; the message names where it was written.</exception>
    internal static GoToolchainSettings Resolve(GoToolchainOptions options, GoProject? project)
    {
        var mirrors = Resolve(
            GoSettings.Mirror,
            options.Mirrors is { Count: > 0 } given ? p => SettingText.ToMirrors(given, p) : null,
            SettingText.ToMirrors,
            () => []
        );
        return new GoToolchainSettings
        {
            Store = Resolve(
                GoSettings.Store,
                options.Store is { Length: > 0 } store ? p => SettingText.ToStore(store, p) : null,
                (items, place) => SettingText.ToStore(items[0], place),
                () => DefaultStore(options.Host)
            ),
            Mirrors = mirrors,
            Sources = Resolve(
                GoSettings.Sources,
                options.Sources is { Count: > 0 } sources ? p => CheckMirror(SettingText.ToSources(sources, p), p) : null,
                (items, place) => CheckMirror(SettingText.ToSources(items, place), place),
                // Who names a mirror expects that nobody else is asked.
                () =>
                    mirrors.Count > 0 ? ["mirror"]
                    : new ProxyEnvironment(options.Host).NamesAnotherProxy ? ["proxy", "go.dev", "apt"]
                    : ["go.dev", "apt"]
            ),
            MirrorRules = Resolve(
                GoSettings.MirrorRules,
                options.MirrorRules is { } rules ? _ => rules : null,
                SettingText.ToMirrorRules,
                () => GoMirrorRules.None
            ),
            Offline = Resolve(
                GoSettings.Offline,
                options.Offline is { } off ? _ => off : null,
                (items, place) => SettingText.ToBoolean(items[0], place),
                () => false
            ),
            Preference = Resolve(
                GoSettings.Preference,
                options.Preference is { } preference ? _ => preference : null,
                (items, place) => SettingText.ToWord(SettingText.Preferences, items[0], place),
                () => GoPreference.Managed
            ),
            Downloads = Resolve(
                GoSettings.Downloads,
                options.Downloads is { } downloads ? _ => downloads : null,
                (items, place) => SettingText.ToWord(SettingText.DownloadWords, items[0], place),
                () => GoDownloads.Automatic
            ),
            LockTimeout = Resolve(
                GoSettings.LockTimeout,
                options.LockTimeout is { } timeout ? p => SettingText.CheckTimeout(timeout, timeout.ToString(), p) : null,
                (items, place) => SettingText.ToTimeout(items[0], place),
                () => s_defaultLockTimeout
            ),
            RequireTrust = Resolve(
                GoSettings.RequireTrust,
                options.RequireTrust is { } trust ? _ => trust : null,
                (items, place) => SettingText.ToWord(SettingText.TrustWords, items[0], place),
                () => GoTrust.Unverified
            ),
            SigningKey = Resolve<string?>(
                GoSettings.SigningKey,
                options.SigningKey is { Length: > 0 } key ? p => SettingText.ToStore(key, p) : null,
                (items, place) => SettingText.ToStore(items[0], place),
                () => null
            ),
        };

        IReadOnlyList<string> CheckMirror(IReadOnlyList<string> sources, SettingPlace place) =>
            mirrors.Count > 0 || !sources.Contains("mirror")
                ? sources
                : throw new GoToolchainException(
                    GoErrorCodes.InvalidSetting,
                    $"{place.Name} names the source `mirror`, but no mirror is set.",
                    place.Name,
                    $"Set one with {GoSettings.Mirror.Option} or {GoSettings.Mirror.Variable}."
                );

        // Option, else environment, else gotoolchain.json, else the default.
        T Resolve<T>(
            GoSetting setting,
            Func<SettingPlace, T>? option,
            Func<IReadOnlyList<string>, SettingPlace, T> parse,
            Func<T> otherwise
        )
        {
            if (option is not null)
            {
                return option(new SettingPlace(setting, setting.OptionPlace));
            }

            if (options.Host.GetVariable(setting.Variable) is { } variable)
            {
                var place = new SettingPlace(setting, setting.Variable);
                return parse(setting.IsList ? SettingText.Split(variable, place) : [variable], place);
            }

            if (project?.SettingsFile is { } file && setting.Member is { } member && project.Settings.TryGetValue(member, out var items))
            {
                return parse(items, new SettingPlace(setting, $"`{member}` in {file}", Path.GetDirectoryName(file)));
            }

            return otherwise();
        }
    }

    private static string DefaultStore(HostMachine host)
    {
        var data =
            host.Platform.IsWindows ? Absolute("LOCALAPPDATA") ?? Path.Combine(host.HomeDirectory, "AppData", "Local")
            : Absolute("XDG_DATA_HOME") is { } xdg ? xdg
            : host.Platform.Os == "darwin" ? Path.Combine(host.HomeDirectory, "Library", "Application Support")
            : Path.Combine(host.HomeDirectory, ".local", "share");
        return Path.GetFullPath(Path.Combine(data, "gotoolchain"));

        // The XDG base directory specification: a relative path is invalid, and to be ignored.
        string? Absolute(string variable) => host.GetVariable(variable) is { } value && Path.IsPathFullyQualified(value) ? value : null;
    }
}
