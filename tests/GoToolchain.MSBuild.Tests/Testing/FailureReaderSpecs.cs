using CliWrap;
using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Testing;

namespace GoToolchain.MSBuild.Tests.Testing;

/// <summary>What real tests of real Go print, old and new, as errors.</summary>
public sealed class FailureReaderSpecs : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public FailureReaderSpecs() => Write("go.mod", "module example.com/m\n\ngo 1.19\n");

    public static TheoryData<string> Versions => ["1.19", "1.23"];

    [Theory, MemberData(nameof(Versions))]
    public async Task A_panic_is_shown_at_the_first_line_of_the_users_own_code(string version)
    {
        Write("m.go", "package m\n\nfunc At(s []int) int {\n\treturn s[5]\n}\n");
        Write(
            "m_test.go",
            Tests("func TestPanic(t *testing.T) { t.Run(\"in\", func(t *testing.T) { At(nil) }) }", "func TestAfter(t *testing.T) {}")
        );

        var error = Assert.Single(await FailAsync(version));
        Assert.Equal(("GOTC3041", "m.go", 4), Where(error));
        Assert.StartsWith(
            "TestPanic/in: panic: runtime error: index out of range [5] with length 0\n  at example.com/m.At (m.go:4)\n  at example.com/m.TestPanic.func1 (m_test.go:5)",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_panic_of_a_goroutine_ends_all_tests_and_is_one_error(string version)
    {
        Write(
            "m_test.go",
            Tests(
                "func TestX(t *testing.T) {\n\tt.Parallel()\n\tgo func() { panic(\"far\\naway\") }()\n\tselect {}\n}",
                "func TestY(t *testing.T) { t.Parallel(); select {} }"
            )
        );

        var error = Assert.Single(await FailAsync(version));
        Assert.Equal(("GOTC3041", "m_test.go", 7), Where(error));
        Assert.Contains("panic: far\n  away", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_timeout_is_shown_where_the_test_waits(string version)
    {
        Write(
            "m_test.go",
            Tests("func TestSlow(t *testing.T) {\n\tvar c chan int\n\tt.Run(\"sub\", func(t *testing.T) {\n\t\t<-c\n\t})\n}")
        );

        var error = Assert.Single(await FailAsync(version, "-timeout=1s"));
        Assert.Equal(("GOTC3042", "m_test.go", 8), Where(error));
        Assert.Contains(": test timed out after 1s", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_test_program_that_ends_by_itself_is_an_error_that_names_the_test_and_what_it_printed(string version)
    {
        Write(
            "m_test.go",
            Tests("func TestExit(t *testing.T) {\n\tprintln(\"gone\")\n\tos.Exit(3)\n}")
                .Replace("import \"testing\"", "import (\n\t\"os\"\n\t\"testing\"\n)", StringComparison.Ordinal)
        );

        var error = Assert.Single(await FailAsync(version));
        Assert.Equal(("GOTC3043", "m_test.go", 8), Where(error));
        Assert.Equal("example.com/m: the test program ended before there was a result of TestExit\n  gone", error.Message);

        Write(
            "m_test.go",
            "package m\n\nimport (\n\t\"os\"\n\t\"testing\"\n)\n\nfunc TestMain(m *testing.M) {\n\tprintln(\"no database\")\n\tos.Exit(4)\n}\n"
        );
        error = Assert.Single(await FailAsync(version));
        Assert.Equal(("GOTC3043", "m_test.go", 0), Where(error));
        Assert.Equal("example.com/m: the test program failed outside of its tests\n  no database", error.Message);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task Messages_keep_their_lines_and_an_example_is_found_by_its_name(string version)
    {
        Write(
            "m_test.go",
            Tests(
                "func help(t *testing.T) {\n\tt.Helper()\n\tt.Error(\"again\")\n}",
                "func TestTwo(t *testing.T) {\n\tt.Errorf(\"one\\n\\n\\ttwo\")\n\thelp(t)\n}",
                "func TestSilent(t *testing.T) { t.Fail() }",
                "func ExampleX() {\n\tprintln()\n\t// Output: x\n}",
                "func TestPrints(t *testing.T) {\n\tprintln(\"panic: not really\")\n\tt.Error(\"wrong\")\n}"
            )
        );

        var errors = (await FailAsync(version)).OrderBy(e => e.Line).ToArray();
        Assert.Equal(4, errors.Length);
        Assert.Equal(("GOTC3040", "m_test.go", 12), Where(errors[0]));
        Assert.Equal(
            "TestTwo: again\n  m_test.go:11: one\n\n    two".Replace("\n\n", "\n  \n", StringComparison.Ordinal),
            errors[0].Message.Replace("\t", "  ", StringComparison.Ordinal)
        );
        Assert.Equal(("GOTC3040", "m_test.go", 15), Where(errors[1]));
        Assert.Equal("TestSilent: failed without a message", errors[1].Message);
        Assert.Equal(("GOTC3040", "m_test.go", 17), Where(errors[2]));
        Assert.Contains("want:\n  x", errors[2].Message, StringComparison.Ordinal);
        Assert.Equal(("GOTC3040", "m_test.go", 24), Where(errors[3]));
        Assert.StartsWith("TestPrints: wrong", errors[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_Go_says_what_is_an_error_a_later_remark_does_not_take_its_place()
    {
        // As Go 1.26 and newer print it.
        var result = new TestRunResult();
        foreach (
            var (text, type) in new[]
            {
                ("=== RUN   TestX", "frame"),
                ("    x_test.go:7: wrong", "error"),
                ("        very", "error-continue"),
                ("    x_test.go:9: done", ""),
            }
        )
        {
            result.Read($$"""{"Action":"output","Package":"p","Test":"TestX","Output":"{{text}}\n","OutputType":"{{type}}"}""");
        }

        result.Read("""{"Action":"fail","Package":"p","Test":"TestX","Elapsed":0.1}""");
        Write("x_test.go", "");

        var places = new SourcePlaces(new Dictionary<string, string> { ["p"] = _scratch.Root }, _scratch["go.mod"]);
        var error = new FailureReader(places, "/go").Read(Assert.Single(result.Packages)).Single().Diagnostic;
        Assert.Equal(("GOTC3040", "x_test.go", 7), Where(error));
        Assert.Equal("TestX: wrong\n  very\n  x_test.go:9: done", error.Message);
    }

    [Fact]
    public void Output_without_end_is_kept_in_part_and_lines_that_are_no_JSON_are_kept_whole()
    {
        var result = new TestRunResult();
        var line = new string('x', 4000);
        for (var i = 0; i < 1000; i++)
        {
            result.Read($$"""{"Action":"output","Package":"p","Test":"TestX","Output":"{{i}} {{line}}\n"}""");
        }

        result.Read("{ not JSON");
        result.Read("FAIL\tq [build failed]");
        result.Read("{}");

        var lines = result.Packages[0].Test("TestX").Output.Lines.ToArray();
        Assert.StartsWith("0 ", lines[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("999 ", lines[^1].Text, StringComparison.Ordinal);
        Assert.Contains(lines, l => l.Text.Contains("lines are left out", StringComparison.Ordinal));
        Assert.True(lines.Sum(l => l.Text.Length) < 1 << 20);
        Assert.Equal(["{ not JSON", "{}"], result.BuildOutput);
        Assert.True(result.Packages[1].BuildFailed);
    }

    public void Dispose() => _scratch.Dispose();

    private static string Tests(params string[] functions) => $"package m\n\nimport \"testing\"\n\n{string.Join("\n\n", functions)}\n";

    private static (string Code, string File, int Line) Where(GoDiagnostic error) =>
        (error.Code.Id, Path.GetFileName(error.File)!, error.Line);

    private void Write(string path, string text) => File.WriteAllText(_scratch[path], text);

    private async Task<IReadOnlyList<GoDiagnostic>> FailAsync(string version, params string[] arguments)
    {
        var go = await TestGo.EnsureAsync(version);
        var result = new TestRunResult();
        var run = await go.Command(["test", "-json", "-vet=off", .. arguments, "./..."])
            .WithWorkingDirectory(_scratch.Root)
            .WithStandardOutput(PipeTarget.ToDelegate(result.Read))
            .WithExitCodeCheck(false)
            .ExecuteAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, run.ExitCode);
        var places = new SourcePlaces(new Dictionary<string, string> { ["example.com/m"] = _scratch.Root }, _scratch["go.mod"]);
        var reader = new FailureReader(places, go.Candidate.ResolvedRoot);
        return [.. result.Packages.SelectMany(reader.Read).Select(f => f.Diagnostic)];
    }
}
