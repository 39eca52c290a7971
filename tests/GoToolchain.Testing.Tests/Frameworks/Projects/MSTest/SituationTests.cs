using GoToolchain.Testing.MSTest;
using Microsoft.VisualStudio.TestTools.UnitTesting;

[TestClass]
public class SituationTests
{
    [GoTestMethod, RequiresGo("1.20")]
    public void Needs_a_line_that_is_not_here() => Assert.Fail("There is no Go 1.20.");

    [TestMethod]
    public void Needs_no_Go() => Assert.IsNotNull(AppContext.BaseDirectory);
}
