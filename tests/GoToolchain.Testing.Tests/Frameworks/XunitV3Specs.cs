namespace GoToolchain.Testing.Tests.Frameworks;

public sealed class XunitV3Specs(PackageFeed feed) : FrameworkSpecs("XunitV3", feed);
