using GoToolchain.Execution;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>What <c>go version -m FILE</c> of a real Go says.</summary>
internal static class GoVersionAnswer
{
    /// <summary>Its lines: first the version, then those of the build information.</summary>
    public static async Task<string[]> OfAsync(GoInstallation go, string file)
    {
        var run = await go.Command("version", "-m", file).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        var lines = run.StandardOutput.TrimEnd('\n').Split('\n');
        Assert.StartsWith($"{file}: ", lines[0], StringComparison.Ordinal);
        // Go prints an empty line behind each replacement.
        return [lines[0][(file.Length + 2)..], .. lines[1..].Select(line => line[1..]).Where(line => line.Length > 0)];
    }

    /// <summary>The same lines, from what we read.</summary>
    public static string[] Of(GoBuildInfo info) => [info.GoVersion, .. info.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
