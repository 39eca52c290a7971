namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class MSTestOnTestingPlatformSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(SuiteFramework.MSTest, TestPlatform.TestingPlatform, suites, go);
