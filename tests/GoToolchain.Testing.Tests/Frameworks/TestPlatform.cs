namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>What <c>dotnet test</c> hands the tests to.</summary>
public enum TestPlatform
{
    VSTest,
    TestingPlatform,
}
