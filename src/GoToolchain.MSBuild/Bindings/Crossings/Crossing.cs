using GoToolchain.MSBuild.Bindings.Writing;

namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>How one parameter of a C# method becomes one or two arguments of an export.</summary>
/// <param name="Name">What Go calls it.</param>
internal abstract record Crossing(string Name)
{
    /// <summary>The parameter in C#.</summary>
    public string Parameter => CSharpName.Escape(CSharpName.Camel(Name));

    /// <summary>A local variable that belongs to it.</summary>
    public string Local => "__" + CSharpName.Camel(Name);

    /// <summary>Whether there is a second method that takes UTF-8 in place of a string.</summary>
    public virtual bool HasUtf8Form => false;

    /// <summary>The parameter as it is declared; null when there is none.</summary>
    /// <param name="utf8">In the second method.</param>
    public abstract string? Declaration(bool utf8);

    /// <summary>What has to be done before the call.</summary>
    /// <returns>How many blocks it has opened.</returns>
    public virtual int Before(CodeWriter code, bool utf8) => 0;

    /// <summary>What the import gets: position and expression.</summary>
    public abstract IEnumerable<(int Position, string Expression)> Arguments { get; }

    /// <summary>What has to be done after the call, when all results are safe.</summary>
    public virtual void After(CodeWriter code) { }

    private protected static int Using(CodeWriter code, string local, string value)
    {
        code.Line($"using var {local} = {value};");
        return 0;
    }

    private protected static int Fixed(CodeWriter code, string type, string local, string value)
    {
        code.Open($"fixed ({type}* {local} = {value})");
        return 1;
    }
}
