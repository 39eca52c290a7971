using System.CommandLine;
using System.CommandLine.Help;
using GoToolchain.Tool.Commands;

namespace GoToolchain.Tool.CommandLine;

/// <summary>The command <c>gotoolchain</c> with all that it can do.</summary>
internal sealed class GoToolchainCommand : RootCommand
{
    public GoToolchainCommand(ToolContext context)
        : base("Find, install and run Go toolchains in user space, without root.")
    {
        var settings = new GlobalOptions();
        foreach (var option in settings.All)
        {
            Options.Add(option);
        }

        Subcommands.Add(new SetupCommand(context, settings));
        Subcommands.Add(new WhereCommand(context, settings));
        Subcommands.Add(new ListCommand(context, settings));
        Subcommands.Add(new ReleasesCommand(context, settings));
        Subcommands.Add(new InstallCommand(context, settings));
        Subcommands.Add(new UninstallCommand(context, settings));
        Subcommands.Add(new PruneCommand(context, settings));
        Subcommands.Add(new LinkCommand(context, settings));
        Subcommands.Add(new LockCommand(context, settings));
        Subcommands.Add(new PackCommand(context, settings));
        Subcommands.Add(new DoctorCommand(context, settings));
        Subcommands.Add(new VerifyCommand(context, settings));
        Subcommands.Add(new RepairCommand(context, settings));
        Subcommands.Add(new RecoverCommand(context, settings));
        Subcommands.Add(new SnapshotCommand(context, settings));
        Subcommands.Add(new WatchCommand(context, settings));
        Subcommands.Add(new InspectCommand(context, settings));
        Subcommands.Add(new EnvCommand(context, settings));
        Subcommands.Add(new ExecCommand(context, settings));
        Subcommands.Add(new CompletionCommand(context, settings));
        Subcommands.Add(new CompleteCommand(context, settings, this));
        Action = new StatusAction(context.Terminal, settings);

        foreach (var option in Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Action = new HelpAction(context.Terminal, this);
                    help.Description = "Show help, with examples";
                    foreach (var alias in (string[])["-?", "/?", "/h"])
                    {
                        help.Aliases.Remove(alias);
                    }

                    break;
                case VersionOption version:
                    version.Action = new VersionAction(context.Terminal);
                    version.Description = "Show the version of gotoolchain";
                    break;
                default:
                    break;
            }
        }
    }
}
