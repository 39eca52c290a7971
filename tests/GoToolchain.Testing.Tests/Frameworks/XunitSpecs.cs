namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class XunitSpecs(PackageFeed feed) : FrameworkSpecs("Xunit", feed);
