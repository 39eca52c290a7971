using System.Text;
using System.Text.Json;
using GoToolchain.MSBuild.Building;

namespace GoToolchain.MSBuild.Inputs;

/// <summary>The packages that a program is made of.</summary>
internal static class GoPackageList
{
    /// <summary>Asks <c>go list -deps</c>, with the flags of the build.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.BuildFailed"/>: go cannot list what it has just built.</exception>
    public static async Task<IReadOnlyList<GoPackage>> ReadAsync(GoRun run, GoBuildOptions options, CancellationToken cancel)
    {
        string[] arguments = ["list", "-deps", "-json=" + GoPackage.Fields, .. options.SelectingArguments, "."];
        var (exitCode, output, error) = await run.RunAsync(arguments, cancel).ConfigureAwait(false);
        return exitCode == 0
            ? Parse(output)
            : throw new GoToolchainException(GoErrorCodes.BuildFailed, $"go list cannot say what the program is made of: {error.Trim()}");
    }

    /// <summary>Reads JSON objects that follow each other without a separator.</summary>
    public static IReadOnlyList<GoPackage> Parse(string text)
    {
        var packages = new List<GoPackage>();
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(text.TrimEnd());
        while (!rest.IsEmpty)
        {
            var reader = new Utf8JsonReader(rest);
            packages.Add(JsonSerializer.Deserialize(ref reader, GoPackageJson.Default.GoPackage)!);
            rest = rest[(int)reader.BytesConsumed..].TrimStart("\r\n\t "u8);
        }

        return packages;
    }
}
