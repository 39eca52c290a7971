using System.Security.Cryptography;
using System.Text;

namespace GoToolchain.Tool.Output.Watching;

/// <summary>A unit of the user's own systemd that watches a GOROOT (systemd.service(5)).</summary>
/// <param name="root">GOROOT: absolute.</param>
/// <param name="command">What it runs, program first.</param>
internal sealed class SystemdUnit(string root, IReadOnlyList<string> command)
{
    /// <summary>Its name, which tells the GOROOT.</summary>
    public string Name { get; } = $"gotoolchain-watch-{Escape(root)}.service";

    /// <summary>The commands that start it now and at each login.</summary>
    public IReadOnlyList<string> Start => ["systemctl --user daemon-reload", $"systemctl --user enable --now {Name}"];

    /// <summary>Its content.</summary>
    public string Text =>
        $"""
            [Unit]
            Description=Watch over the GOROOT {Specifiers(root)}
            Documentation=https://github.com/gotoolchain/GoToolchain.Net/blob/main/docs/watch.md

            [Service]
            Type=exec
            ExecStart={string.Join(' ', command.Select(Quote))}
            Restart=on-failure
            RestartSec=5
            SuccessExitStatus=130
            Nice=10

            [Install]
            WantedBy=default.target

            """.ReplaceLineEndings("\n");

    /// <summary>Writes it where the systemd of this user looks.</summary>
    /// <param name="host">The machine.</param>
    /// <returns>The file.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.OutputNotWritable"/>.</exception>
    public string Write(HostMachine host)
    {
        var configuration =
            host.GetVariable("XDG_CONFIG_HOME") is { } set && Path.IsPathFullyQualified(set)
                ? set
                : Path.Combine(host.HomeDirectory, ".config");
        var file = Path.Combine(configuration, "systemd", "user", Name);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var draft = file + ".tmp";
            File.WriteAllText(draft, Text);
            File.Move(draft, file, overwrite: true);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.OutputNotWritable,
                $"The unit cannot be written: {e.Message.TrimEnd('.')}.",
                file,
                "Make its directory writable for this user.",
                e
            );
        }
    }

    // A name without what a shell would have to quote; where that makes two paths one, a piece of their hash tells them apart.
    private static string Escape(string root)
    {
        var path = root.Trim('/');
        var name = string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-'));
        return path.Replace('/', '-') == name && !path.Contains('-', StringComparison.Ordinal)
            ? name
            : $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)).AsSpan(0, 2))}";
    }

    // systemd.syntax(7) and systemd.service(5), "Command lines".
    private static string Quote(string argument)
    {
        var text = Specifiers(argument).Replace("$", "$$", StringComparison.Ordinal);
        return
            text.Length > 0
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '=' or ':' or ',' or '%' or '+')
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static string Specifiers(string text) =>
        text.Replace("%", "%%", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
