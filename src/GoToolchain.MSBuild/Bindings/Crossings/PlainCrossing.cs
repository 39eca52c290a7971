namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>Numbers, enumerations, structures and addresses: as they are, or with a conversion that costs nothing.</summary>
/// <param name="Name">What Go calls it.</param>
/// <param name="Position">Among the arguments of the import.</param>
/// <param name="Type">The type in C#.</param>
/// <param name="Conversion">From it to the type of the import; <c>{0}</c> is the parameter.</param>
internal sealed record PlainCrossing(string Name, int Position, string Type, string Conversion = "{0}") : Crossing(Name)
{
    public override string? Declaration(bool utf8) => $"{Type} {Parameter}";

    public override IEnumerable<(int Position, string Expression)> Arguments =>
        [(Position, Conversion.Replace("{0}", Parameter, StringComparison.Ordinal))];
}
