using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Execution.CCompilers;

/// <summary>A small module with C code.</summary>
internal static class CgoModule
{
    private const string Source = """
        package main

        // #include <stdint.h>
        // static int32_t twice(int32_t n) { return 2 * n; }
        import "C"

        //export Twice
        func Twice(n C.int32_t) C.int32_t { return C.twice(n) }

        func main() { println(Twice(21)) }

        """;

    public static Task<string> BuildLibraryAsync(ScratchDirectory scratch, GoInstallation go, GoCCompiler compiler) =>
        BuildAsync(scratch, go, compiler, "c-shared");

    public static Task<string> BuildProgramAsync(ScratchDirectory scratch, GoInstallation go, GoCCompiler compiler) =>
        BuildAsync(scratch, go, compiler, "default");

    private static async Task<string> BuildAsync(ScratchDirectory scratch, GoInstallation go, GoCCompiler compiler, string mode)
    {
        scratch.CreateFile("module/go.mod", "module example.com/calc\n\ngo 1.19\n");
        scratch.CreateFile("module/main.go", Source);
        var file = scratch["built", "libcalc.so"];
        await go.Command("build", "-buildmode=" + mode, "-o", file, ".")
            .WithWorkingDirectory(scratch["module"])
            .WithVariables(compiler.Target.Variables.Concat(compiler.Variables).Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)))
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return file;
    }
}
