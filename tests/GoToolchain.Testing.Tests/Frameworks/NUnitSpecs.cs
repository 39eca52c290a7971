namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class NUnitSpecs(PackageFeed feed) : FrameworkSpecs("NUnit", feed);
