using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.Tests;

public sealed class TableTests
{
    private const string Root = "/home/someone/.local/share/gotoolchain/toolchains/go1.24.4.linux-amd64";

    [Fact]
    public void Without_a_limit_each_row_is_one_line_with_aligned_columns()
    {
        Assert.Equal(
            [
                $"VERSION  {"ROOT".PadRight(Root.Length)}   SIZE  WHY",
                $"1.24.4   {Root}  12 MB",
                $"1.9      {"/opt/go".PadRight(Root.Length)}   1 MB  It is older than what is wanted.",
            ],
            Write(width: null)
        );
    }

    [Fact]
    public void On_a_narrow_terminal_long_cells_stand_below_their_row()
    {
        Assert.Equal(
            [
                "VERSION   SIZE",
                "1.24.4   12 MB",
                "    /home/someone/.local/share/gotoolchain/toolchains/go1.24.4.linux-amd64",
                "1.9       1 MB",
                "    /opt/go",
                "    It is older than what is wanted.",
            ],
            Write(width: 80)
        );
    }

    [Fact]
    public void A_path_is_never_broken_however_narrow_the_terminal()
    {
        var lines = Write(width: 24);

        Assert.Contains("    " + Root, lines);
        Assert.Contains("    It is older than", lines);
        Assert.Contains("    what is wanted.", lines);
    }

    [Fact]
    public void Emphasis_is_bare_text_where_escapes_are_not_allowed()
    {
        Assert.DoesNotContain(Write(width: 80), line => line.Contains('\e', StringComparison.Ordinal));
        Assert.Equal("\e[32mx\e[0m", new Paint(lively: true).Green("x"));
        Assert.Equal("x", new Paint(lively: false).Green("x"));
    }

    private static string[] Write(int? width)
    {
        var table = new Table(
            new TableColumn("VERSION"),
            new TableColumn("ROOT", IsLong: true),
            new TableColumn("SIZE", IsNumber: true),
            new TableColumn("WHY", IsLong: true)
        );
        table.Add(emphasis: true, "1.24.4", Root, "12 MB", "");
        table.Add(emphasis: false, "1.9", "/opt/go", "1 MB", "It is older than what is wanted.");
        using var writer = new StringWriter { NewLine = "\n" };
        table.Write(writer, width, new Paint(lively: false));
        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
