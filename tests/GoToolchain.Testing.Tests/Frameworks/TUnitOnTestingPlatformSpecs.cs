namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class TUnitOnTestingPlatformSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(SuiteFramework.TUnit, TestPlatform.TestingPlatform, suites, go);
