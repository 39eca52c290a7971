using GoToolchain.Testing.Xunit;
using Xunit;

public class SituationTests
{
    [Fact, RequiresGo("1.20")]
    public void Needs_a_line_that_is_not_here() => Assert.Fail("There is no Go 1.20.");

    [Fact]
    public void Needs_no_Go() => Assert.NotEmpty(AppContext.BaseDirectory);
}
