using System.Security;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests.Interop;

/// <summary>A Go library <c>libcalc</c> and a program that calls it, built with a Go whose calls can be guarded.</summary>
internal static class CalcSolution
{
    /// <summary>The item.</summary>
    public const string Item = """<GoSharedLibrary Include="../libcalc" />""";

    /// <summary>What the program does: guarded calls, by an import that needs neither unsafe code nor marshalling.</summary>
    public const string GuardedCall = """
        using (GoToolchain.Interop.GoCall.Enter())
        {
            System.Console.WriteLine(Calc.Add(1, 2));
        }
        """;

    private const string Imports = """

        internal static class Calc
        {
            [System.Runtime.InteropServices.DllImport("calc", EntryPoint = "calc_add")]
            [System.Runtime.InteropServices.DefaultDllImportSearchPaths(System.Runtime.InteropServices.DllImportSearchPath.SafeDirectories)]
            internal static extern int Add(int a, int b);
        }
        """;

    /// <summary>The test cannot run without a C compiler.</summary>
    public static void SkipWithoutCompiler() =>
        Assert.SkipUnless(File.Exists("/usr/bin/gcc"), "This machine has no gcc, so cgo cannot be used.");

    /// <summary>Writes the library.</summary>
    /// <param name="solution">Where.</param>
    /// <param name="name">What it and its export begin with.</param>
    public static void WriteCalc(this Solution solution, string name = "calc")
    {
        solution.Write($"lib{name}/go.mod", $"module example.com/lib{name}\n\ngo 1.19\n");
        solution.Write(
            $"lib{name}/main.go",
            $"package main\n\nimport \"C\"\n\n//export gotoolchain_bind\nfunc gotoolchain_bind() {{}}\n\n"
                + $"//export {name}_add\nfunc {name}_add(a, b int32) int32 {{ return a + b }}\n\nfunc main() {{}}\n"
        );
    }

    /// <summary>Writes the program.</summary>
    /// <param name="solution">Where.</param>
    /// <param name="statements">What it does.</param>
    /// <param name="properties">More properties.</param>
    /// <param name="frameworks">Target frameworks.</param>
    /// <param name="items">The items.</param>
    public static async Task WriteCallerAsync(
        this Solution solution,
        string statements = GuardedCall,
        string properties = "<GoSharedLibraryWarning>false</GoSharedLibraryWarning>",
        string frameworks = "net10.0",
        string items = Item
    )
    {
        solution.WriteApp(items, await RootAsync() + properties, frameworks);
        solution.Write("App/Program.cs", statements + "\n" + Imports);
    }

    /// <summary>The property that says which Go.</summary>
    public static async Task<string> RootAsync() =>
        $"<GoToolchainRoot>{SecurityElement.Escape((await TestGo.EnsureAsync("1.23")).Root)}</GoToolchainRoot>";
}
