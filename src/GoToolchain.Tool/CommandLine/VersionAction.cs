using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.CommandLine;

/// <summary>Prints the version.</summary>
internal sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
{
    /// <summary>The package version, with the commit after <c>+</c> where the build knew it.</summary>
    public static string FullVersion { get; } =
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public override bool Terminating => true;

    public override int Invoke(ParseResult parseResult)
    {
        terminal.Out.WriteLine(FullVersion.Split('+')[0]);
        return ExitCodes.Fine;
    }
}
