namespace GoToolchain.MSBuild.Diagnostics.Reading;

/// <summary>A line that <c>go</c> printed.</summary>
/// <param name="Package">The package that it is about, where Go says so in data of its own (<c>go build -json</c>); null: the text has to tell.</param>
/// <param name="Text">The line without its end.</param>
internal readonly record struct GoOutputLine(string? Package, string Text);
