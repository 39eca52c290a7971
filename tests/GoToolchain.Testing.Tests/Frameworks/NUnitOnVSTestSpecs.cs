namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class NUnitOnVSTestSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(SuiteFramework.NUnit, TestPlatform.VSTest, suites, go);
