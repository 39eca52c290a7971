namespace GoToolchain.Environments;

/// <summary>Every variable that a Go knows, with its value and where that comes from.</summary>
internal static class GoVariableList
{
    /// <summary>Lists what <c>go env</c> of that version would list, and what else is set.</summary>
    /// <param name="go">The configuration.</param>
    public static IReadOnlyList<GoVariable> Of(GoConfiguration go)
    {
        var values = new GoVariableValues(go);
        return
        [
            .. GoVariableTable
                .All.Where(v => v.Since <= go.Minor && IsFor(v, values.Target.Arch) && !DependsOnDirectory(v, go))
                .Where(v => v.ListedSince <= go.Minor || go.Find(v.Name) is not null)
                .Select(v => Describe(v, go, values)),
        ];
    }

    private static GoVariable Describe(GoVariableFacts facts, GoConfiguration go, GoVariableValues values)
    {
        var isFree = facts.Storage != GoVariableStorage.Computed || facts.Name is "GOWORK";
        var set =
            facts.Name == "GOROOT" ? go.FindRoot()
            : isFree ? go.Find(facts.Name)
            : null;
        // Set to nothing is as good as not set.
        var origin = set is { Value.Length: > 0 } given ? given : new GoSettingValue("", GoVariableOrigin.Default);
        return new GoVariable
        {
            Name = facts.Name,
            Value = values.Of(facts.Name),
            Origin = origin.Origin,
            Place = origin.Place,
            Meaning = facts.Meaning,
            Since = $"1.{facts.Since}",
            Hides = isFree || facts.Name == "GOROOT" ? Hidden(facts, go, origin.Origin) : [],
        };
    }

    private static string[] Hidden(GoVariableFacts facts, GoConfiguration go, GoVariableOrigin origin)
    {
        if (facts.Storage == GoVariableStorage.ProcessOnly)
        {
            return [];
        }

        var hidden = new List<string>();
        if (origin < GoVariableOrigin.UserFile && go.UserFile.Find(facts.Name) is { } line)
        {
            hidden.Add($"{go.UserFile.PlaceOf(line)}: {line.Value}");
        }

        if (origin < GoVariableOrigin.RootFile && go.RootFile?.Find(facts.Name) is { } own)
        {
            hidden.Add($"{go.RootFile.PlaceOf(own)}: {own.Value}");
        }

        return [.. hidden];
    }

    private static bool IsFor(GoVariableFacts facts, string arch) =>
        facts.Architecture is not { } own
        || own switch
        {
            "mips" => arch is "mips" or "mipsle",
            "mips64" => arch is "mips64" or "mips64le",
            "ppc64" => arch is "ppc64" or "ppc64le",
            _ => arch == own,
        };

    // The module of the current directory decides these, and there may be none.
    private static bool DependsOnDirectory(GoVariableFacts facts, GoConfiguration go) =>
        facts.Name is "GOMOD" or "GOGCCFLAGS" || (facts.Name == "GOWORK" && go.Find("GOWORK") is null);
}
