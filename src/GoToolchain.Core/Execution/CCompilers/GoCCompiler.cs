namespace GoToolchain;

/// <summary>The C compiler that cgo is to use for a target; see <see cref="GoCCompilerFinder"/>.</summary>
public sealed record GoCCompiler
{
    internal GoCCompiler(GoTarget target, string command, string program, string origin) =>
        (Target, Command, Program, Origin) = (target, command, program, origin);

    /// <summary>What it compiles for.</summary>
    public GoTarget Target { get; }

    /// <summary>The value of CC: the compiler, with its arguments, quoted as Go reads it.</summary>
    public string Command { get; }

    /// <summary>The value of CXX; null: Go's own choice.</summary>
    public string? CxxCommand { get; init; }

    /// <summary>The first word of <see cref="Command"/> as a file: absolute.</summary>
    public string Program { get; }

    /// <summary>Who chose it, in a few words: <c>CC of the item</c>, <c>CC in the environment</c>, <c>found on PATH</c>, …</summary>
    public string Origin { get; internal init; }

    /// <summary>Somebody named it; it was not merely found.</summary>
    public bool IsNamed { get; init; }

    /// <summary>What makes Go use it: <c>CGO_ENABLED</c>, <c>CC</c> and <c>CXX</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string> { ["CGO_ENABLED"] = "1", ["CC"] = Command };
            if (CxxCommand is not null)
            {
                variables["CXX"] = CxxCommand;
            }

            return variables;
        }
    }
}
