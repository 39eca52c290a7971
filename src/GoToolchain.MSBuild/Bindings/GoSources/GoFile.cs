namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>What bindings need to know of one Go file.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Text">All of it.</param>
/// <param name="Exports">Its exports, in order.</param>
/// <param name="Types">The type declarations at its top: name to what it stands for.</param>
/// <param name="Preambles">The comments above <c>import "C"</c>.</param>
internal sealed record GoFile(
    string Path,
    string Text,
    IReadOnlyList<GoExport> Exports,
    IReadOnlyDictionary<string, string> Types,
    IReadOnlyList<string> Preambles
);
