namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>Compares a program with the Go of this machine: the one that a shell would run, or else the one that would be used.</summary>
    /// <param name="binary">The program.</param>
    /// <exception cref="GoToolchainException">The project asks for a version that is none.</exception>
    public GoBuildComparison Compare(GoBinaryFile binary) => GoBuildComparison.OnMachine(binary, Survey(), Options.Host.Platform);
}
