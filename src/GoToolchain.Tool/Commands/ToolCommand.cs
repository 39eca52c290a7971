using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.Commands;

/// <summary>A command of <c>gotoolchain</c>.</summary>
internal abstract class ToolCommand : Command
{
    private readonly ToolContext _context;
    private readonly GlobalOptions _settings;

    protected ToolCommand(string name, string description, ToolContext context, GlobalOptions settings)
        : base(name, description)
    {
        (_context, _settings) = (context, settings);
        Action = new RunAction(this);
    }

    /// <summary>Its name behind that of the command that it belongs to: <c>env explain</c>.</summary>
    public string FullName => string.Join(' ', [.. Parents.OfType<ToolCommand>().Select(p => p.FullName), Name]);

    /// <summary>Its usage line, from its name on.</summary>
    public virtual string Usage =>
        string.Join(' ', [FullName, .. Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{a.Name}]" : a.Name)]);

    /// <summary>What the description leaves out: full sentences.</summary>
    public abstract string Details { get; }

    /// <summary>Command lines for help.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>Does the work.</summary>
    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancel);

    protected ToolContext Context => _context;

    protected Terminal Terminal => _context.Terminal;

    protected bool WantsJson(ParseResult parsed) => parsed.GetValue(_settings.Json);

    protected GoToolchainManager CreateManager(ParseResult parsed, IProgress<GoProgress>? progress = null) =>
        new(_settings.ToOptions(parsed, progress));

    protected static Argument<string?> OptionalSpec() =>
        new("SPEC")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The wanted version, for example 1.24; default: what the project says",
        };

    protected static string? SpecOf(ParseResult parsed, Argument<string?> argument) =>
        WorkingDirectory.AbsoluteSpec(parsed.GetValue(argument));
}
