namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class XunitV3OnVSTestSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(SuiteFramework.XunitV3, TestPlatform.VSTest, suites, go);
