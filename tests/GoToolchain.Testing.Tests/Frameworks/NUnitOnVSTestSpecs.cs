namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class NUnitOnVSTestSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(TestFramework.NUnit, TestPlatform.VSTest, suites, go);
