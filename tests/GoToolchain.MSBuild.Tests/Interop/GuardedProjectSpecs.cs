using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests.Interop;

/// <summary>The guards in the projects of users: compiled in from the package, whatever the project demands of code.</summary>
public sealed class GuardedProjectSpecs(PackageFeed feed)
{
    // For .NET 8 the analyzers of trimming and the host of programs are packages of their own, which only a package server has.
    private const string Strict = """
        <GoSharedLibraryWarning>false</GoSharedLibraryWarning>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <AnalysisLevel>latest</AnalysisLevel>
        <AnalysisMode>All</AnalysisMode>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <IsAotCompatible Condition="'$(TargetFramework)' != 'net8.0'">true</IsAotCompatible>
        <EnableSingleFileAnalyzer Condition="'$(TargetFramework)' != 'net8.0'">true</EnableSingleFileAnalyzer>
        <UseAppHost Condition="'$(TargetFramework)' == 'net8.0'">false</UseAppHost>
        <RootNamespace>GoToolchain</RootNamespace>
        """;

    private static readonly string s_exe = GoPlatform.Host.ExecutableSuffix;

    [Theory]
    [InlineData("net8.0;net10.0", "<Nullable>enable</Nullable>")]
    [InlineData("net10.0", "<Nullable>disable</Nullable><LangVersion>10</LangVersion>")]
    public async Task The_strictest_project_compiles_the_guards_without_a_warning(string frameworks, string properties)
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = new Solution(feed);
        solution.WriteCalc();
        await solution.WriteCallerAsync(
            """
            using System.Runtime.CompilerServices;
            using System.Runtime.InteropServices;

            [assembly: DisableRuntimeMarshalling]
            [assembly: System.CLSCompliant(false)]

            Program.Run();

            internal static partial class Program
            {
                internal static void Run()
                {
                    using (GoToolchain.Interop.GoCall.Enter())
                    {
                        System.Console.WriteLine(Calc.Add(1, 2));
                    }
                }
            }
            """,
            Strict + properties,
            frameworks
        );

        var output = await solution.DotNetAsync("build", "App");
        Assert.Contains("0 Warning(s)", output, StringComparison.Ordinal);
        Assert.Equal("3", Solution.Run(solution["App", "bin", "Debug", "net10.0", "App" + s_exe]));
    }

    [Fact]
    public async Task Without_guards_nothing_is_compiled_in_and_the_library_is_found_all_the_same()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = new Solution(feed);
        solution.WriteCalc();
        await solution.WriteCallerAsync(
            """
            System.Console.WriteLine(typeof(Calc).Assembly.GetType("GoToolchain.Interop.GoCall") is null);
            System.Console.WriteLine(Calc.Add(1, 2));
            """,
            "<GoSharedLibraryWarning>false</GoSharedLibraryWarning><GoSharedLibraryGuards>false</GoSharedLibraryGuards>"
        );
        // Where guards lead the import to the file, it need not be searched for.
        var program = solution["App", "Program.cs"];
        var text = await File.ReadAllTextAsync(program, TestContext.Current.CancellationToken);
        solution.Write("App/Program.cs", text.Replace("SafeDirectories", "AssemblyDirectory", StringComparison.Ordinal));

        await solution.DotNetAsync("build", "App");
        Assert.Equal(["True", "3"], Solution.Run(solution["App", "bin", "Debug", "net10.0", "App" + s_exe]).Split('\n'));
    }

    [Fact]
    public async Task A_library_project_brings_its_guards_and_its_library_to_the_program_that_refers_to_it()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = new Solution(feed);
        solution.WriteCalc();
        await solution.WriteCallerAsync(
            """
            namespace Library;

            public static class Adder
            {
                public static int Add(int a, int b)
                {
                    using (GoToolchain.Interop.GoCall.Enter())
                    {
                        return Calc.Add(a, b);
                    }
                }
            }
            """
        );
        Directory.Move(solution["App"], solution["Library"]);
        File.Move(solution["Library", "App.csproj"], solution["Library", "Library.csproj"]);
        solution.Write(
            "Library/Library.csproj",
            solution.Project(CalcSolution.Item, await CalcSolution.RootAsync() + "<GoSharedLibraryWarning>false</GoSharedLibraryWarning>")
        );
        solution.Write(
            "App/App.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><ProjectReference Include="../Library/Library.csproj" /></ItemGroup>
            </Project>
            """
        );
        solution.Write("App/Program.cs", "System.Console.WriteLine(Library.Adder.Add(1, 2));");

        await solution.DotNetAsync("build", "App");
        Assert.Equal("3", Solution.Run(solution["App", "bin", "Debug", "net10.0", "App" + s_exe]));
    }

    [Fact]
    public async Task A_resolver_of_the_project_itself_can_lead_to_the_guards()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = new Solution(feed);
        solution.WriteCalc();
        var own = """
            System.Runtime.InteropServices.NativeLibrary.SetDllImportResolver(
                typeof(Calc).Assembly,
                (name, assembly, path) => name == "calc" ? GoToolchain.Interop.GoLibrary.Load(name) : 0);
            System.Console.WriteLine(Calc.Add(1, 2));
            System.Console.WriteLine(string.Join(' ', GoToolchain.Interop.GoLibrary.InProcess));
            """;
        await solution.WriteCallerAsync(
            own,
            "<GoSharedLibraryWarning>false</GoSharedLibraryWarning><GoSharedLibraryResolver>false</GoSharedLibraryResolver>"
        );

        await solution.DotNetAsync("build", "App");
        var output = solution["App", "bin", "Debug", "net10.0"];
        var said = Solution.Run(Path.Combine(output, "App" + s_exe)).Split('\n');
        Assert.Equal("3", said[0]);
        Assert.StartsWith(output, said[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_library_in_the_process_is_traced()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = new Solution(feed);
        solution.WriteCalc();
        solution.WriteCalc("other");
        await solution.WriteCallerAsync(
            """
            System.Diagnostics.Trace.Listeners.Add(new System.Diagnostics.TextWriterTraceListener(System.Console.Out));
            GoToolchain.Interop.GoLibrary.Load("calc");
            System.Console.WriteLine("first");
            GoToolchain.Interop.GoLibrary.Load("calc");
            GoToolchain.Interop.GoLibrary.Load("libother");
            System.Diagnostics.Trace.Flush();
            """,
            items: """<GoSharedLibrary Include="../libcalc;../libother" />"""
        );

        await solution.DotNetAsync("build", "App");
        var said = Solution.Run(solution["App", "bin", "Debug", "net10.0", "App" + s_exe]).Split('\n');
        Assert.Equal("first", said[0]);
        Assert.Contains("GOTC4021", Assert.Single(said[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_file_finds_the_library_beside_it_and_inside()
    {
        CalcSolution.SkipWithoutCompiler();
        // A single file takes the runtime pack and the linker's tasks.
        using var solution = new Solution(feed, usesMachineSources: true);
        solution.WriteCalc();
        await solution.WriteCallerAsync();
        string[] publish = ["publish", "App", "-r", GoPlatform.Host.RuntimeIdentifier!, "-p:PublishSingleFile=true"];

        await solution.DotNetAsync([.. publish, "--self-contained", "false", "-o", solution["beside"]]);
        Assert.Equal("3", Solution.Run(solution["beside", "App" + s_exe]));
        Assert.False(File.Exists(solution["beside", "App.dll"]));

        await solution.DotNetAsync([
            .. publish,
            "--self-contained",
            "true",
            "-p:IncludeNativeLibrariesForSelfExtract=true",
            "-o",
            solution["inside"],
        ]);
        Assert.Equal("3", Solution.Run(solution["inside", "App" + s_exe]));
    }

    [Fact]
    public async Task Native_AOT_calls_the_library_by_its_bindings_and_has_no_warning()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = new Solution(feed, usesMachineSources: true);
        solution.WriteCalc();
        await solution.WriteCallerAsync(
            """
            using (GoToolchain.Interop.GoCall.Enter())
            {
                System.Console.WriteLine(Calc.Add(1, 2) == App.Bound.Add(1, 2));
            }

            System.Console.WriteLine(App.Bound.Add(1, 2));
            """,
            "<GoSharedLibraryWarning>false</GoSharedLibraryWarning><PublishAot>true</PublishAot><TreatWarningsAsErrors>true</TreatWarningsAsErrors><AllowUnsafeBlocks>true</AllowUnsafeBlocks>",
            items: """<GoSharedLibrary Include="../libcalc" Bindings="true" BindingsClass="Bound" />"""
        );

        await solution.DotNetAsync("publish", "App", "-r", GoPlatform.Host.RuntimeIdentifier!, "-o", solution["aot"]);
        Assert.Equal(["True", "3"], Solution.Run(solution["aot", "App" + s_exe]).Split('\n'));
        Assert.False(File.Exists(solution["aot", "App.dll"]));
    }
}
