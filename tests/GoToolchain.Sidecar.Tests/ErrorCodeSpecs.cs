using System.Reflection;

namespace GoToolchain.Sidecar.Tests;

public sealed class ErrorCodeSpecs
{
    [Fact]
    public void The_codes_are_those_of_the_list_in_Core_where_each_has_a_page() =>
        Assert.Equal(
            GoErrorCodes.All.Select(code => code.Id).Where(id => id.StartsWith("GOTC8", StringComparison.Ordinal)),
            typeof(GoSidecarErrorCodes)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => (string)field.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void An_exception_leads_to_the_page_of_its_code()
    {
        var e = new GoSidecarException(GoSidecarErrorCodes.NotReady, "agent", "It is not.");

        Assert.Equal("GOTC8003: It is not.", e.Message);
        Assert.EndsWith("/docs/errors/GOTC8003.md", e.HelpLink, StringComparison.Ordinal);
    }
}
