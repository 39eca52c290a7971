using System.ComponentModel;
using System.Security;
using System.Text.Json;
using CliWrap;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources.NuGet;

/// <summary>
/// NuGet as the machine has it: <c>dotnet</c> with the sources, credentials and caches that the <c>nuget.config</c> files of the project and the user
/// name.
/// </summary>
/// <param name="host">The machine.</param>
/// <param name="feed">Exactly this feed; null: those that are configured.</param>
/// <param name="projectDirectory">Where the search for <c>nuget.config</c> begins; null: only the user's counts.</param>
/// <param name="logger">Where to log.</param>
internal sealed class NuGetClient(HostMachine host, string? feed, string? projectDirectory, ILogger logger)
{
    // A build tells the programs that it starts where its own parts are; another dotnet must find its own.
    private static readonly string[] s_ofTheBuild =
    [
        "MSBuildExtensionsPath",
        "MSBuildLoadMicrosoftTargetsReadOnly",
        "MSBuildSDKsPath",
        "MSBUILD_EXE_PATH",
        "MSBUILDADDITIONALSDKRESOLVERSFOLDER",
    ];

    /// <summary>All versions of a package.</summary>
    /// <param name="id">The package.</param>
    /// <param name="cancel">Ends the process.</param>
    /// <exception cref="GoToolchainException">No feed could answer.</exception>
    public async Task<IReadOnlyList<string>> SearchAsync(string id, CancellationToken cancel)
    {
        string[] only = feed is null ? [] : ["--source", feed];
        var directory = projectDirectory is not null && Directory.Exists(projectDirectory) ? projectDirectory : host.HomeDirectory;
        var (exitCode, output) = await RunAsync(
                ["package", "search", id, "--exact-match", "--prerelease", "--format", "json", .. only],
                Directory.Exists(directory) ? directory : host.TempDirectory,
                cancel
            )
            .ConfigureAwait(false);
        try
        {
            // Whatever dotnet has to say else comes before the document.
            using var answer = JsonDocument.Parse(output[Math.Max(0, output.IndexOf('{', StringComparison.Ordinal))..]);
            var results = answer.RootElement.GetProperty("searchResult").EnumerateArray().ToList();
            var problems = results.Prepend(answer.RootElement).SelectMany(ProblemsOf);
            var versions = results
                .SelectMany(r => r.GetProperty("packages").EnumerateArray())
                .Where(p => string.Equals(p.GetProperty("id").GetString(), id, StringComparison.OrdinalIgnoreCase))
                .Select(p => p.GetProperty("version").GetString())
                .OfType<string>()
                .Distinct()
                .ToList();
            return versions.Count == 0 && problems.FirstOrDefault() is { } problem ? throw Failed(problem) : versions;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Failed(
                exitCode == 0 ? "`dotnet package search` does not answer with JSON; it needs the .NET SDK 9 or newer." : Reason(output),
                e
            );
        }
    }

    // Of the search, or of one feed.
    private static IEnumerable<string> ProblemsOf(JsonElement element) =>
        element.TryGetProperty("problems", out var problems)
            ? problems.EnumerateArray().Select(p => p.GetProperty("text").GetString()).OfType<string>()
            : [];

    /// <summary>Fetches a package into NuGet's own package directory, unless it is there.</summary>
    /// <param name="id">The package.</param>
    /// <param name="version">Its version.</param>
    /// <param name="workDirectory">An empty directory for a project.</param>
    /// <param name="cancel">Ends the process.</param>
    /// <returns>The directory of the package: absolute.</returns>
    /// <exception cref="GoToolchainException">No feed has it.</exception>
    public async Task<string> RestoreAsync(string id, string version, string workDirectory, CancellationToken cancel)
    {
        var project = Path.Combine(workDirectory, "restore.csproj");
        await File.WriteAllTextAsync(project, Project(id, version), cancel).ConfigureAwait(false);
        var (exitCode, output) = await RunAsync(["restore", project, "-v:q", "-nologo", "-tl:off"], workDirectory, cancel)
            .ConfigureAwait(false);
        if (exitCode != 0)
        {
            throw Failed(Reason(output));
        }

        var assets = Path.Combine(workDirectory, "obj", "project.assets.json");
        using var stream = File.OpenRead(assets);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancel).ConfigureAwait(false);
        return document
                .RootElement.GetProperty("packageFolders")
                .EnumerateObject()
                .Select(folder => Path.Combine(folder.Name, id.ToLowerInvariant(), version.ToLowerInvariant()))
                .FirstOrDefault(Directory.Exists)
            ?? throw Failed($"NuGet restored {id} {version}, but it is in none of its package directories.");
    }

    // PackageDownload fetches a package without making it a reference (https://learn.microsoft.com/nuget/consume-packages/packagedownload-functionality).
    private string Project(string id, string version)
    {
        var root = projectDirectory is null
            ? ""
            : $"<RestoreRootConfigDirectory>{SecurityElement.Escape(projectDirectory)}</RestoreRootConfigDirectory>";
        var sources = feed is null ? "" : $"<RestoreSources>{SecurityElement.Escape(feed)}</RestoreSources>";
        return $"""
            <Project>
              <PropertyGroup>
                <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
                <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
                <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
              </PropertyGroup>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup>
                <TargetFramework>net$(BundledNETCoreAppTargetFrameworkVersion)</TargetFramework>
                <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
                <NuGetAudit>false</NuGetAudit>
                {root}
                {sources}
              </PropertyGroup>
              <ItemGroup>
                <PackageDownload Include="{id}" Version="[{version}]" />
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>
            """;
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, string directory, CancellationToken cancel)
    {
        var dotnet =
            host.GetVariable("DOTNET_HOST_PATH")
            ?? host.FindOnPath("dotnet")
            ?? throw Failed("NuGet comes with the .NET SDK, and there is no `dotnet` on PATH.");
        SourceLog.RunProgram(logger, dotnet, Redaction.WithoutPasswords(string.Join(' ', arguments)));
        var command = host.CreateCommand(dotnet);
        var variables = new Dictionary<string, string?>(command.EnvironmentVariables)
        {
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };
        foreach (var name in s_ofTheBuild)
        {
            variables[name] = null;
        }

        var output = new System.Text.StringBuilder();
        try
        {
            var result = await command
                .WithEnvironmentVariables(variables)
                .WithArguments(arguments)
                .WithWorkingDirectory(directory)
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(output))
                .ExecuteAsync(cancel)
                .ConfigureAwait(false);
            return (result.ExitCode, output.ToString());
        }
        catch (Win32Exception e)
        {
            throw Failed($"{dotnet} cannot be started: {e.Message}.", e);
        }
    }

    // `/path/restore.csproj : error NU1101: Unable to find package …`: the first error, without its place.
    private static string Reason(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line =
            lines.FirstOrDefault(l => l.Contains("error ", StringComparison.OrdinalIgnoreCase))
            ?? lines.LastOrDefault()
            ?? "dotnet says nothing";
        var at = line.IndexOf("error ", StringComparison.OrdinalIgnoreCase);
        line = at < 0 ? line : line[(at + "error ".Length)..];
        var project = line.IndexOf(" [", StringComparison.Ordinal);
        return Redaction.WithoutPasswords(project < 0 ? line : line[..project]);
    }

    private GoToolchainException Failed(string reason, Exception? inner = null) =>
        new(
            GoErrorCodes.SourceUnavailable,
            reason.TrimEnd('.') + ".",
            feed is null ? null : Redaction.WithoutPasswords(feed),
            "Check the sources and credentials of NuGet (`dotnet nuget list source`), and that the package was pushed (`gotoolchain pack`).",
            inner
        );
}
