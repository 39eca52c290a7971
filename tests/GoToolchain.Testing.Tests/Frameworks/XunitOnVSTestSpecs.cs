namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class XunitOnVSTestSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(SuiteFramework.Xunit, TestPlatform.VSTest, suites, go);
