using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>Builds Go code with a real Go.</summary>
internal static class GoBuild
{
    /// <summary>Builds one file.</summary>
    /// <param name="scratch">Where.</param>
    /// <param name="go">Which Go.</param>
    /// <param name="output">Name of the file to make.</param>
    /// <param name="code">Go.</param>
    /// <param name="variables">Changes of the environment.</param>
    /// <param name="flags">For <c>go build</c>.</param>
    /// <returns>The file.</returns>
    public static async Task<string> RunAsync(
        ScratchDirectory scratch,
        string go,
        string output,
        string code,
        (string Name, string Value)[] variables,
        string[] flags
    )
    {
        var directory = scratch.CreateDirectory("src-" + output);
        await File.WriteAllTextAsync(Path.Combine(directory, "main.go"), code);
        await File.WriteAllTextAsync(
            Path.Combine(directory, "go.mod"),
            $"module example.com/{Path.GetFileNameWithoutExtension(output)}\ngo 1.19\n"
        );
        var installation = await TestGo.EnsureAsync(go);
        await installation
            .Command(["build", "-buildvcs=false", "-o", scratch[output], .. flags, "."])
            .WithWorkingDirectory(directory)
            .WithVariables(variables.Select(v => new KeyValuePair<string, string?>(v.Name, v.Value)))
            .ExecuteAsync(TestContext.Current.CancellationToken);
        return scratch[output];
    }
}
