namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class XunitV3OnVSTestSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(TestFramework.XunitV3, TestPlatform.VSTest, suites, go);
