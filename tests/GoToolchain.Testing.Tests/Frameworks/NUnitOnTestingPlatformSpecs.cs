namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class NUnitOnTestingPlatformSpecs(BuiltSuites suites, SuiteGo go)
    : FrameworkSpecs(TestFramework.NUnit, TestPlatform.TestingPlatform, suites, go);
