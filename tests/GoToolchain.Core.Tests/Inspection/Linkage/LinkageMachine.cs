namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>The real machine, with no variables that change how libraries are found but those of the test.</summary>
internal static class LinkageMachine
{
    /// <summary>Makes one.</summary>
    /// <param name="libraryPath">LD_LIBRARY_PATH.</param>
    /// <param name="preload">LD_PRELOAD.</param>
    public static HostMachine With(string? libraryPath = null, string? preload = null)
    {
        var real = HostMachine.Detect();
        var variables = real
            .Variables.Where(v => !v.Key.StartsWith("LD_", StringComparison.Ordinal))
            .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        Set("LD_LIBRARY_PATH", libraryPath);
        Set("LD_PRELOAD", preload);
        return new HostMachine
        {
            Variables = variables,
            HomeDirectory = real.HomeDirectory,
            TempDirectory = real.TempDirectory,
            Platform = real.Platform,
        };

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                variables[name] = value;
            }
        }
    }
}
