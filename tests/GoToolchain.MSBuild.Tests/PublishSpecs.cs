namespace GoToolchain.MSBuild.Tests;

public sealed class PublishSpecs(PackageFeed feed)
{
    private static readonly string s_rid = GoPlatform.Host.RuntimeIdentifier!;
    private static readonly string s_exe = GoPlatform.Host.ExecutableSuffix;

    [Fact]
    public async Task The_sidecar_lies_beside_every_form_of_the_program()
    {
        // Runtime pack, linker and compilers are packages.
        using var solution = new Solution(feed, usesMachineSources: true);
        solution.WriteAgent();
        solution.WriteApp();

        // Self-contained, trimmed, compiled ahead for faster start, one file that unpacks its native libraries.
        await solution.DotNetAsync(
            "publish",
            "App",
            "-r",
            s_rid,
            "--self-contained",
            "-p:PublishTrimmed=true;PublishReadyToRun=true;PublishSingleFile=true;IncludeNativeLibrariesForSelfExtract=true",
            "-o",
            solution["single"]
        );
        Assert.Equal(["App" + s_exe, "App.pdb", "agent" + s_exe], Names(solution["single"]));
        Assert.Equal("app", Solution.Run(solution["single", "App" + s_exe]));
        Assert.Equal("first", Solution.Run(solution["single", "agent" + s_exe]));

        // Native.
        await solution.DotNetAsync("publish", "App", "-r", s_rid, "-p:PublishAot=true", "-o", solution["native"]);
        Assert.False(File.Exists(solution["native", "App.dll"]));
        Assert.Equal("app", Solution.Run(solution["native", "App" + s_exe]));
        Assert.Equal("first", Solution.Run(solution["native", "agent" + s_exe]));
    }

    [Fact]
    public async Task Directories_may_be_chosen()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp(properties: "<UseAppHost>false</UseAppHost>");

        await solution.DotNetAsync("publish", "App", "--artifacts-path", solution["all"]);
        Assert.Equal("first", Solution.Run(solution["all", "publish", "App", "release", "agent" + s_exe]));
        Assert.Equal("first", Solution.Run(solution["all", "bin", "App", "release", "agent" + s_exe]));
        Assert.True(Directory.Exists(solution["all", "obj", "App", "go", "Release"]));
        Assert.False(Directory.Exists(solution["App", "obj", "go"]));
        await solution.DotNetAsync("clean", "App", "-c", "Release", "--artifacts-path", solution["all"]);
        Assert.False(Directory.Exists(solution["all", "obj", "App", "go", "Release"]));

        await solution.DotNetAsync("build", "App", $"-p:OutDir={solution["elsewhere"]}/");
        Assert.Equal("first", Solution.Run(solution["elsewhere", "agent" + s_exe]));
    }

    private static IEnumerable<string> Names(string directory) =>
        Directory.EnumerateFileSystemEntries(directory).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
}
