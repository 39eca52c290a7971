namespace GoToolchain.Inspection.Binaries;

/// <summary>
/// The text that Go puts into a program: a line for the main package, the main module, each dependency, each replacement and each build setting, with
/// tabs between words. See runtime/debug in Go's library, <c>ParseBuildInfo</c>, whose judgement of damaged text is followed.
/// </summary>
internal static class BuildInfoText
{
    /// <summary>Reads the text.</summary>
    /// <param name="version">The Go version, which is not in the text.</param>
    /// <param name="text">Empty: only the version is known.</param>
    /// <exception cref="BinaryDamageException">A line is none of Go's.</exception>
    public static GoBuildInfo Parse(string version, string text)
    {
        var (path, main) = ("", (GoBuildModule?)null);
        var (dependencies, settings) = (new List<GoBuildModule>(), new List<GoBuildSetting>());
        // What a replacement on the next line belongs to: null, the main module (-1), or a dependency.
        int? last = null;
        var number = 1;
        for (var rest = text.AsSpan(); rest.IndexOf('\n') is >= 0 and var end; rest = rest[(end + 1)..], number++)
        {
            var line = rest[..end];
            var tab = line.IndexOf('\t');
            var content = tab < 0 ? default : line[(tab + 1)..].ToString();
            switch (tab < 0 ? "" : line[..tab])
            {
                case "path":
                    path = content!;
                    break;
                case "mod":
                    main = Module(content!, number);
                    last = -1;
                    break;
                case "dep":
                    dependencies.Add(Module(content!, number));
                    last = dependencies.Count - 1;
                    break;
                case "=>":
                    var replacement = Replacement(content!, number);
                    if (last is not { } index)
                    {
                        throw Refuse(number, "it replaces no module");
                    }

                    (main, last) = (index < 0 ? main! with { Replacement = replacement } : main, null);
                    if (index >= 0)
                    {
                        dependencies[index] = dependencies[index] with { Replacement = replacement };
                    }

                    break;
                case "build":
                    settings.Add(GoQuoting.Setting(content!) ?? throw Refuse(number, "it is no setting"));
                    break;
                default:
                    break;
            }
        }

        return new GoBuildInfo(version, path, main, dependencies, settings);
    }

    private static GoBuildModule Module(string content, int line) =>
        content.Split('\t') switch
        {
            [var path, var version] => new GoBuildModule(path, version, ""),
            [var path, var version, var sum] => new GoBuildModule(path, version, sum),
            var other => throw Refuse(line, $"it has {other.Length} columns instead of 2 or 3"),
        };

    private static GoBuildModule Replacement(string content, int line) =>
        content.Split('\t') is [var path, var version, var sum]
            ? new GoBuildModule(path, version, sum)
            : throw Refuse(line, "a replacement has 3 columns");

    private static BinaryDamageException Refuse(int line, string why) =>
        new($"line {line} of the Go build information is not one that Go writes: {why}");
}
