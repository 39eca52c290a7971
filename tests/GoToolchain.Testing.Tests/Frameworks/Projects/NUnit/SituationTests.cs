using GoToolchain.Testing.NUnit;
using NUnit.Framework;

public class SituationTests
{
    [Test, RequiresGo("1.20")]
    public void Needs_a_line_that_is_not_here() => Assert.Fail("There is no Go 1.20.");

    [Test]
    public void Needs_no_Go() => Assert.Pass();
}
