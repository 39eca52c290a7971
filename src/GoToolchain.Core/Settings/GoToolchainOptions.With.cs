namespace GoToolchain;

public sealed partial record GoToolchainOptions
{
    /// <summary>
    /// These options with one setting taken from text, as the command line and MSBuild properties have it. It is parsed as the environment
    /// variable would be.
    /// </summary>
    /// <param name="setting">One of <see cref="GoSettings.All"/>.</param>
    /// <param name="text">The value; null or white space: these options unchanged.</param>
    /// <param name="place">Where it was written, for messages: <c>--store</c>, <c>GoToolchainStore</c>.</param>
    /// <param name="baseDirectory">Absolute; where relative paths in it begin. Null: paths have to be absolute.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/>: the value is not allowed.</exception>
    public GoToolchainOptions With(GoSetting setting, string? text, string place, string? baseDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (string.IsNullOrWhiteSpace(text))
        {
            return this;
        }

        var at = new SettingPlace(setting, place, baseDirectory);
        return setting.Variable switch
        {
            "GOTC_STORE" => this with { Store = SettingText.ToStore(text, at) },
            "GOTC_SOURCES" => this with { Sources = SettingText.ToSources(SettingText.Split(text, at), at) },
            "GOTC_MIRROR" => this with { Mirrors = SettingText.ToMirrors(SettingText.Split(text, at), at) },
            "GOTC_MIRROR_RULES" => this with { MirrorRules = SettingText.ToMirrorRules(SettingText.Split(text, at), at) },
            "GOTC_OFFLINE" => this with { Offline = SettingText.ToBoolean(text, at) },
            "GOTC_PREFERENCE" => this with { Preference = SettingText.ToWord(SettingText.Preferences, text, at) },
            "GOTC_DOWNLOADS" => this with { Downloads = SettingText.ToWord(SettingText.DownloadWords, text, at) },
            "GOTC_LOCK_TIMEOUT" => this with { LockTimeout = SettingText.ToTimeout(text, at) },
            "GOTC_REQUIRE_TRUST" => this with { RequireTrust = SettingText.ToWord(SettingText.TrustWords, text, at) },
            "GOTC_SIGNING_KEY" => this with { SigningKey = SettingText.ToStore(text, at) },
            _ => throw new ArgumentException($"{setting} is not a member of {nameof(GoSettings)}.", nameof(setting)),
        };
    }
}
