using System.Reflection;
using System.Runtime.InteropServices;

namespace GoToolchain;

/// <summary>On what, and with what, an examination was made.</summary>
/// <param name="System">The operating system, in its own words.</param>
/// <param name="Platform">Its platform in Go's words; what Go has to run on.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="LibraryVersion">The version of GoToolchain.Core.</param>
public sealed record HealthMachine(string System, GoPlatform Platform, string Runtime, string LibraryVersion)
{
    internal static HealthMachine Of(HostMachine host) =>
        new(host.SystemName, host.Platform, RuntimeInformation.FrameworkDescription, s_libraryVersion);

    private static readonly string s_libraryVersion = typeof(HealthMachine)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];
}
