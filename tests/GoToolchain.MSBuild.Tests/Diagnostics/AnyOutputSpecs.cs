using System.Text;
using System.Text.Json;
using CsCheck;
using GoToolchain.MSBuild.Diagnostics;
using GoToolchain.MSBuild.Tests.Failures;

namespace GoToolchain.MSBuild.Tests.Diagnostics;

/// <summary>What holds whatever go, a compiler or another program prints.</summary>
public sealed class AnyOutputSpecs
{
    private static readonly GoBuildSite s_site = new(
        Path.GetFullPath("/src/agent"),
        Path.GetFullPath("/src/agent/go.mod"),
        Path.GetFullPath("/usr/local/go")
    );

    // Beginnings and ends of real lines in any order, with anything between them.
    private static readonly string[] s_pieces =
    [
        "# example.com/a",
        "# runtime/cgo",
        "# [example.com/a]",
        "# [pkg-config --cflags -- x]",
        "./main.go:3:4: ",
        "one.c:1:2: error: ",
        "one.c:1:2: warning: ",
        "one.c:1:2: note: ",
        "one.c:7: undefined reference to `x'",
        "In file included from one.c:1:",
        "one.c: In function 'f':",
        "\t",
        "    ",
        "go: ",
        "go: errors parsing go.mod:",
        "go.mod:4: unknown directive: x",
        "go: example.com/x@v1.0.0: missing go.sum entry",
        "go: downloading x",
        "package example.com/a",
        "\timports example.com/b: import cycle not allowed",
        "found packages a (a.go) and b (b.go) in /src",
        "build constraints exclude all Go files in /src\0/x",
        "link: running gcc failed: exit status 1",
        "panic: ",
        "goroutine 1 [running]:",
        "flag provided but not defined: -x",
        "verifying example.com/x@v1.0.0: checksum mismatch",
        "too many errors",
        "compilation terminated.",
        "replacement directory ../lib does not exist",
        "reading ../lib/go.mod: open x",
        "fatal error: x.h: No such file or directory",
        "cannot find -l",
        "invalid go version '1.99",
        " requires go >= 1.99 (running go ",
        ": parsing //go:build line: ",
        "internal compiler error: ",
        "vet: ",
        "@v",
        ":1:1: ",
        "\0",
        "\r",
        ": ",
        "",
    ];

    private static readonly Gen<string> s_piece = Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]);

    private static readonly Gen<string> s_line = Gen.Select(
        s_piece,
        Gen.Frequency((3, Gen.Const("")), (1, s_piece), (1, Gen.String)),
        (a, b) => a + b
    );
    private static readonly Gen<string> s_output = s_line.Array[0, 12].Select(lines => string.Join('\n', lines));

    [Fact]
    public void Nothing_crashes_the_reader_and_no_line_is_lost() =>
        s_output.Sample(
            text =>
            {
                var diagnostics = GoBuildOutput.Read("", text, 1, isJson: false, s_site);
                return diagnostics.Any(d => !d.IsWarning) && !OutputLoss.Find(text, diagnostics).Any();
            },
            iter: 5_000
        );

    [Fact]
    public void A_build_that_succeeds_has_no_errors() =>
        s_output.Sample(text => GoBuildOutput.Read(text, text, 0, isJson: false, s_site).All(d => d.IsWarning), iter: 2_000);

    [Fact]
    public void JSON_in_any_pieces_says_the_same_as_the_text() =>
        Gen.Select(s_output.Where(t => !t.Contains("# ", StringComparison.Ordinal) && IsUnicode(t)), Gen.Int[1, 9])
            .Sample(
                (text, size) =>
                {
                    var plain = GoBuildOutput.Read("", text, 1, isJson: false, s_site);
                    var json = GoBuildOutput.Read(Events("example.com/a", text, size), "", 1, isJson: true, s_site);
                    return plain.SequenceEqual(json);
                },
                iter: 5_000
            );

    [Fact]
    public void Anything_may_stand_where_JSON_should_be() =>
        Gen.Select(s_output, Gen.Int[0, 60], Gen.Int[1, 9])
            .Sample(
                (text, cut, size) =>
                {
                    var events = Events("example.com/a", text, size);
                    var broken = events[..Math.Min(cut, events.Length)] + "\n" + text;
                    return GoBuildOutput.Read(broken, text, 1, isJson: true, s_site).Any(d => !d.IsWarning);
                },
                iter: 2_000
            );

    [Theory]
    [InlineData(":1:1: ")]
    [InlineData("a.go:1:")]
    [InlineData("[[[[(((")]
    [InlineData("one.c: In ")]
    [InlineData("\t\t\t")]
    public void A_line_of_megabytes_is_read_as_quickly_as_many_short_ones(string piece)
    {
        // It would take hours if the work grew with the square of the length.
        var line = new StringBuilder().Insert(0, piece, 4_000_000 / piece.Length).ToString();

        Assert.Single(GoBuildOutput.Read("", "x" + line, 1, isJson: false, s_site));
    }

    private static bool IsUnicode(string text) => text.EnumerateRunes().All(r => r.Value != 0xFFFD);

    private static string Events(string package, string text, int size)
    {
        var events = new StringBuilder();
        var runes = text.EnumerateRunes().Select(r => r.ToString()).ToList();
        foreach (var piece in runes.Chunk(size))
        {
            var said = new
            {
                ImportPath = package,
                Action = "build-output",
                Output = string.Concat(piece),
            };
            events.Append(JsonSerializer.Serialize(said)).Append('\n');
        }

        return events.Append(JsonSerializer.Serialize(new { ImportPath = package, Action = "build-fail" })).Append('\n').ToString();
    }
}
