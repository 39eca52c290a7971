namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class MSTestOnVSTestSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(SuiteFramework.MSTest, TestPlatform.VSTest, suites, go);
