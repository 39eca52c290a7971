using System.Reflection;
using System.Runtime.Loader;

namespace GoToolchain.Testing.Provisioning;

/// <summary>The loaded assemblies that may be tests. The test assembly is among them: nothing would have loaded this one otherwise.</summary>
internal static class TestAssemblies
{
    public static IEnumerable<Assembly> All =>
        (AssemblyLoadContext.GetLoadContext(typeof(TestAssemblies).Assembly)?.Assemblies ?? AppDomain.CurrentDomain.GetAssemblies()).Where(
            a => !a.IsDynamic
        );

    // This assembly lies beside the test assembly, also under test hosts whose own base directory is elsewhere.
    public static string Directory =>
        Path.GetDirectoryName(typeof(TestAssemblies).Assembly.Location) is { Length: > 0 } directory ? directory : AppContext.BaseDirectory;
}
