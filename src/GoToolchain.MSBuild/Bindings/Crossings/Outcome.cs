namespace GoToolchain.MSBuild.Bindings.Crossings;

/// <summary>One thing that comes out of an export: a result, or what a pointer was for.</summary>
/// <param name="Name">What Go calls it; empty when it has no name.</param>
/// <param name="Type">The type in C#.</param>
/// <param name="Expression">How it is made of what the import gave.</param>
internal record Outcome(string Name, string Type, string Expression);

/// <summary>The text of an error, or nothing: in C# an exception.</summary>
/// <param name="Name">What Go calls it.</param>
/// <param name="Expression">How it is made of what the import gave.</param>
internal sealed record ErrorOutcome(string Name, string Expression) : Outcome(Name, "string?", Expression);
