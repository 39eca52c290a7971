namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>A line <c>//gotoolchain:NAME ARGUMENTS</c> in the comment of an export.</summary>
/// <param name="Name">What follows the colon.</param>
/// <param name="Arguments">The words after it.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record GoDirective(string Name, IReadOnlyList<string> Arguments, int Line);
