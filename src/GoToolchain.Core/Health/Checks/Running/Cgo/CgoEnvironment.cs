using GoToolchain.Environments;

namespace GoToolchain.Health.Checks.Running.Cgo;

/// <summary>What a cgo build gets of the user's environment: the compiler and its flags, and nothing else.</summary>
internal static class CgoEnvironment
{
    private static readonly string[] s_flags = ["CGO_CFLAGS", "CGO_CPPFLAGS", "CGO_CXXFLAGS", "CGO_LDFLAGS", "CXX", "AR", "PKG_CONFIG"];

    /// <summary>The variables to be set over a clean environment.</summary>
    /// <param name="settings">The user's settings.</param>
    /// <param name="compiler">The compiler.</param>
    /// <param name="without">One that is left out; null: none is.</param>
    public static Dictionary<string, string?> Of(GoConfiguration settings, CCompiler compiler, string? without = null)
    {
        var variables = new Dictionary<string, string?> { ["CGO_ENABLED"] = "1" };
        if (compiler.IsNamed)
        {
            variables["CC"] = compiler.Command;
        }

        foreach (var name in FlagsIn(settings).Where(n => n != without))
        {
            variables[name] = Value(settings, name);
        }

        return variables;
    }

    /// <summary>The variables with flags that the user has.</summary>
    /// <param name="settings">The user's settings.</param>
    public static IEnumerable<string> FlagsIn(GoConfiguration settings) => s_flags.Where(f => Value(settings, f) is not null);

    /// <summary>The value that the user gives to a variable; null when none.</summary>
    /// <param name="settings">The user's settings.</param>
    /// <param name="name">The variable.</param>
    public static string? Value(GoConfiguration settings, string name) =>
        settings.Find(name) is { Value.Length: > 0 } set ? set.Value : null;
}
