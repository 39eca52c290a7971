using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Bindings.GoSources;
using GoToolchain.MSBuild.Bindings.Header;
using GoToolchain.MSBuild.Bindings.Model;

namespace GoToolchain.MSBuild.Tests.Bindings;

/// <summary>What C# cannot have: <c>Unbound/odd.go</c>, and the header that Go 1.27 wrote for it.</summary>
public sealed class UnboundSpecs
{
    private static readonly string s_directory = RepositoryRoot.File("tests", "GoToolchain.MSBuild.Tests", "Bindings", "Unbound");
    private static readonly BindingModel s_model = BindingBuilder.Build(
        new BindingSettings("odd", "Odd", "Odd"),
        CHeaderReader.Read(File.ReadAllText(Path.Combine(s_directory, "odd.h"))),
        GoPackageSource.Read(s_directory)
    );

    [Theory]
    [InlineData("odd_map", "GOTC4601", "map")]
    [InlineData("odd_interface", "GOTC4601", "interface")]
    [InlineData("odd_complex", "GOTC4601", "complex")]
    [InlineData("odd_string", "GOTC4601", "C.CString")]
    [InlineData("odd_slice", "GOTC4601", "//gotoolchain:slice")]
    [InlineData("odd_strings", "GOTC4601", "slice of string")]
    [InlineData("odd_pointer", "GOTC4601", "//gotoolchain:slice")]
    [InlineData("odd_pointers", "GOTC4601", "pointer to a pointer")]
    [InlineData("odd_bits_of", "GOTC4603", "field of bits")]
    [InlineData("odd_union_of", "GOTC4603", "union")]
    [InlineData("odd_time", "GOTC4603", "time_t")]
    [InlineData("odd_call", "GOTC4601", "void*")]
    [InlineData("odd_twice", "GOTC4604", "//gotoolchain:name")]
    public void What_cannot_be_bound_is_told_at_its_line_with_the_reason(string export, string code, string reason)
    {
        var lines = File.ReadAllLines(Path.Combine(s_directory, "odd.go"));

        var warning = Assert.Single(s_model.Warnings, w => w.Message.StartsWith(export + " ", StringComparison.Ordinal));

        Assert.Equal(code, warning.Code.Id);
        Assert.True(warning.IsWarning);
        Assert.StartsWith($"func {export}(", lines[warning.Line - 1], StringComparison.Ordinal);
        Assert.Contains(reason, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Directives_that_say_nothing_are_told_and_the_export_is_bound_without_them()
    {
        var lines = File.ReadAllLines(Path.Combine(s_directory, "odd.go"));
        var told = s_model.Warnings.Where(w => w.Code == GoErrorCodes.BindingDirective).ToList();

        Assert.Equal(["//gotoolchain:slize data n", "//gotoolchain:out nothing", "//gotoolchain:out"], told.Select(w => lines[w.Line - 1]));
        Assert.Contains("there is no directive //gotoolchain:slize", told[0].Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no parameter or result `nothing`", told[1].Message, StringComparison.Ordinal);
        Assert.Equal(["Directives", "Twice"], s_model.Functions.Select(f => f.Name).Order(StringComparer.Ordinal));
    }
}
