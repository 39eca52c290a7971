namespace GoToolchain.Interop;

/// <summary>What a build generates from the items of a project. Here the library is named by its path.</summary>
internal static partial class GoLibrary
{
    internal static bool ResolvesImports => false;

    private static readonly string[] s_names = [];
}
