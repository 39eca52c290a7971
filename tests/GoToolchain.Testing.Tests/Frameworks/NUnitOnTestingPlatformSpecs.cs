namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class NUnitOnTestingPlatformSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(SuiteFramework.NUnit, TestPlatform.TestingPlatform, suites, go);
