namespace GoToolchain.MSBuild.Diagnostics.Reading;

/// <summary>An object of the stream that <c>go build -json</c> writes (<c>go help buildjson</c>).</summary>
/// <param name="ImportPath">The package; it may have the variant behind it: <c>example.com/a [example.com/a.test]</c>.</param>
/// <param name="Action"><c>build-output</c> or <c>build-fail</c>; more may be added by later versions.</param>
/// <param name="Output">A part of what was printed; not always a whole line.</param>
internal sealed record BuildEvent(string? ImportPath, string? Action, string? Output);
