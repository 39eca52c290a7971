using CliWrap.Buffered;
using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Building;
using GoToolchain.MSBuild.Diagnostics;
using TaskItem = Microsoft.Build.Utilities.TaskItem;

namespace GoToolchain.MSBuild.Tests.Failures;

/// <summary>Runs go on a case as the task does, without MSBuild.</summary>
internal static class FailedBuild
{
    /// <summary>Writes the files of a case and builds its package <c>agent</c>.</summary>
    /// <returns>What is reported, and what go printed.</returns>
    public static async Task<(IReadOnlyList<GoDiagnostic> Diagnostics, string Printed)> RunAsync(
        GoFailure failure,
        GoInstallation go,
        ScratchDirectory scratch
    )
    {
        failure.Write(scratch.Root);
        var agent = scratch["agent"];
        var proxy = ModuleProxyDirectory.Write(scratch["proxy"]);
        var item = new TaskItem(agent);
        foreach (var (name, value) in failure.Metadata)
        {
            var text = value.Replace("$DIR", scratch.Root, StringComparison.Ordinal).Replace("$PROXY", proxy, StringComparison.Ordinal);
            item.SetMetadata(name, text);
        }

        var project = scratch["App.csproj"];
        var definition = GoBuildDefinition.Read(
            GoItemKind.Sidecar,
            item,
            project,
            failure.Target.RuntimeIdentifier!,
            scratch["obj"],
            digest: "d"
        );
        var options = GoBuildOptions.Read(item, definition, project, trimPath: false, TestGo.Host);
        var json = GoBuildOutput.HasJson(go.Version);
        var result = await go.Command(options.ToBuildArguments(scratch["out"], json ? ["-json"] : []))
            .WithWorkingDirectory(agent)
            .WithVariable("GOPROXY", "off")
            .WithVariable("GOPATH", scratch["path"])
            .WithVariables(options.Variables.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)))
            .WithExitCodeCheck(false)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.Equal(failure.Succeeds, result.ExitCode == 0);
        return Read(result, json, new GoBuildSite(agent, scratch["agent", "go.mod"], go.Root));
    }

    public static (IReadOnlyList<GoDiagnostic> Diagnostics, string Printed) Read(BufferedCommandResult result, bool json, GoBuildSite site)
    {
        var lines = GoBuildOutput.Lines(result.StandardOutput, result.StandardError, json).ToList();
        return (GoBuildOutput.Read(lines, result.ExitCode, site), string.Join('\n', lines.Select(l => l.Text)));
    }
}
