namespace GoToolchain;

/// <summary>Where the value of a setting was written.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Name">For messages: <c>GOTC_STORE</c>, or the path of a gotoolchain.json.</param>
/// <param name="BaseDirectory">Where relative paths begin; null: there they are not allowed.</param>
internal sealed record SettingPlace(GoSetting Setting, string Name, string? BaseDirectory = null)
{
    public GoToolchainException Refuse(string value, string? problem = null) =>
        new(
            GoErrorCodes.InvalidSetting,
            problem ?? $"{Name} is `{GoVersion.Shorten(value)}`, which is not understood.",
            Name,
            $"Allowed is {Setting.Allowed}."
        );

    /// <summary>The absolute form of a path.</summary>
    public string ToAbsolute(string path)
    {
        if (path.Any(char.IsControl))
        {
            throw Refuse(path, $"{Name} is a path with a control character in it.");
        }

        if (Path.IsPathFullyQualified(path))
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        }

        return BaseDirectory is not null
            ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, BaseDirectory))
            : throw Refuse(
                path,
                path.StartsWith('~')
                    ? $"{Name} is `{GoVersion.Shorten(path)}`: `~` only means the home directory to a shell, and none has replaced it."
                    : $"{Name} is `{GoVersion.Shorten(path)}`, which is not an absolute path."
            );
    }
}
