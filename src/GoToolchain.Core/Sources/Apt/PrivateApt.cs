using System.ComponentModel;
using CliWrap;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources.Apt;

/// <summary>
/// apt with state, cache and list of sources of its own, so that it works without root and changes nothing of the machine. Its keyrings,
/// proxies and passwords stay those of the machine.
/// </summary>
/// <param name="host">The machine.</param>
/// <param name="directory">Where its files are: absolute.</param>
/// <param name="architecture">dpkg's name of the architecture.</param>
/// <param name="logger">Where to log.</param>
internal sealed class PrivateApt(HostMachine host, string directory, string architecture, ILogger logger)
{
    private static readonly string[] s_programs = ["apt-get", "apt-cache", "dpkg-deb"];

    private string Configuration => Path.Combine(directory, "apt.conf");

    private string Parts => Path.Combine(directory, "parts");

    /// <summary>Fails when a program is missing.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.SourceUnavailable"/>.</exception>
    public void RequirePrograms()
    {
        var missing = s_programs.Where(p => host.FindOnPath(p) is null).ToArray();
        if (missing.Length > 0)
        {
            throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                $"This machine has no {string.Join(" and no ", missing)} on its PATH.",
                nextStep: "The source `apt` is for Debian, Ubuntu and what derives from them; use another source."
            );
        }
    }

    /// <summary>Writes the list of sources and the configuration.</summary>
    /// <param name="sources">The content of a <c>*.sources</c> file.</param>
    public void Write(string sources)
    {
        foreach (var part in new[] { "lists/partial", "cache/archives/partial", "parts" })
        {
            Directory.CreateDirectory(Path.Combine(directory, part));
        }

        // Only a file can clear a list. The machine's hooks are for its own index: some of them write outside our store.
        File.WriteAllText(
            Configuration,
            $$"""
            #clear APT::Update::Pre-Invoke;
            #clear APT::Update::Post-Invoke;
            #clear APT::Update::Post-Invoke-Success;
            #clear APT::Architectures;
            APT::Architectures { "{{architecture}}"; };

            """
        );
        File.WriteAllText(Path.Combine(directory, "status"), "");
        File.WriteAllText(Path.Combine(Parts, "distribution.sources"), sources);
    }

    /// <summary>Runs <c>apt-get</c> or <c>apt-cache</c>.</summary>
    /// <param name="program">Which.</param>
    /// <param name="arguments">Command and its arguments.</param>
    /// <param name="workingDirectory">Where it runs, and downloads to: absolute.</param>
    /// <param name="onLine">Told each line of its standard output; null: the lines are kept in the result.</param>
    /// <param name="cancel">Ends the process and those that it started.</param>
    public Task<ProgramRun> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string workingDirectory,
        Action<string>? onLine,
        CancellationToken cancel
    ) => RunProgramAsync(program, [.. Options(), .. arguments], workingDirectory, onLine, cancel);

    /// <summary>Unpacks a package.</summary>
    /// <param name="package">The <c>.deb</c> file: absolute.</param>
    /// <param name="destination">A directory.</param>
    /// <param name="cancel">Ends the process and those that it started.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.ArchiveRefused"/>.</exception>
    public async Task UnpackAsync(string package, string destination, CancellationToken cancel)
    {
        var run = await RunProgramAsync("dpkg-deb", ["--extract", package, destination], destination, null, cancel).ConfigureAwait(false);
        if (run.ExitCode != 0)
        {
            throw new GoToolchainException(
                GoErrorCodes.ArchiveRefused,
                $"dpkg-deb could not unpack the package: {run.Reason}",
                package,
                "Check that the volume of the store has room, and run the command again."
            );
        }
    }

    private IEnumerable<string> Options()
    {
        // Paths go here and not into the file: apt takes them as they are, whatever letters they have.
        var settings = new (string Name, string Value)[]
        {
            ("Dir::State", directory),
            ("Dir::State::Lists", Path.Combine(directory, "lists")),
            ("Dir::State::status", Path.Combine(directory, "status")),
            ("Dir::Cache", Path.Combine(directory, "cache")),
            ("Dir::Cache::pkgcache", "pkgcache.bin"),
            ("Dir::Cache::srcpkgcache", "srcpkgcache.bin"),
            ("Dir::Etc::SourceList", "/dev/null"),
            ("Dir::Etc::SourceParts", Parts),
            ("APT::Architecture", architecture),
            // For root only: the user `_apt` cannot write below somebody's home.
            ("APT::Sandbox::User", "root"),
            ("Acquire::Languages", "none"),
            // Unsigned lists would make "signed" a lie, whatever the machine allows itself.
            ("Acquire::AllowInsecureRepositories", "false"),
            ("Acquire::AllowWeakRepositories", "false"),
            ("APT::Get::AllowUnauthenticated", "false"),
            ("Acquire::Retries", "1"),
            ("Acquire::http::Timeout", "15"),
            ("Acquire::https::Timeout", "15"),
        };
        return ["-q", "-q", $"--config-file={Configuration}", .. settings.SelectMany(s => new[] { "-o", $"{s.Name}={s.Value}" })];
    }

    private async Task<ProgramRun> RunProgramAsync(
        string program,
        IReadOnlyList<string> arguments,
        string workingDirectory,
        Action<string>? onLine,
        CancellationToken cancel
    )
    {
        SourceLog.RunProgram(logger, program, Redaction.WithoutPasswords(string.Join(' ', arguments)));
        var executable = host.FindOnPath(program)!;
        var output = new List<string>();
        var errors = new List<string>();
        var command = host.CreateCommand(executable);
        var variables = new Dictionary<string, string?>(command.EnvironmentVariables) { ["LC_ALL"] = "C", ["LANGUAGE"] = null };
        try
        {
            var result = await command
                .WithEnvironmentVariables(variables)
                .WithArguments(arguments)
                .WithWorkingDirectory(workingDirectory)
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(PipeTarget.ToDelegate(onLine ?? output.Add))
                .WithStandardErrorPipe(PipeTarget.ToDelegate(errors.Add))
                .ExecuteAsync(cancel)
                .ConfigureAwait(false);
            return new ProgramRun(program, result.ExitCode, output, errors);
        }
        catch (Win32Exception e)
        {
            throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                $"{executable} cannot be started: {e.Message}.",
                nextStep: "Use another source.",
                inner: e
            );
        }
    }
}
