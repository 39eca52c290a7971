namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class XunitV3OnTestingPlatformSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(SuiteFramework.XunitV3, TestPlatform.TestingPlatform, suites, go);
