namespace GoToolchain.Interop;

/// <summary>What the build generates from the items of a project. Here the library is named on the command line.</summary>
internal static partial class GoLibrary
{
    internal static bool ResolvesImports => false;

    private static readonly string[] s_names = ["stress"];
}
