using System.Net;
using System.Text;
using GoToolchain.Inspection;

namespace GoToolchain.Sources.Http;

/// <summary>
/// The user's <c>.netrc</c>: users and passwords by host, as Go and curl read it (<c>NETRC</c>, else <c>~/.netrc</c>, on Windows <c>~/_netrc</c>).
/// </summary>
internal sealed class NetrcFile
{
    private const int LargestFile = 1 << 20;

    private readonly List<(string? Host, NetworkCredential User)> _entries = [];

    private NetrcFile() { }

    /// <summary>Reads it. A file that is not there, or cannot be read, has no entries.</summary>
    /// <param name="host">The machine.</param>
    public static NetrcFile Read(HostMachine host)
    {
        var result = new NetrcFile();
        var file = host.GetVariable("NETRC") ?? Path.Combine(host.HomeDirectory, host.Platform.IsWindows ? "_netrc" : ".netrc");
        try
        {
            if (Path.IsPathFullyQualified(file) && FileFacts.Of(file) is { Kind: FileKind.File, Length: > 0 and <= LargestFile })
            {
                result.Parse(File.ReadAllText(file, Encoding.UTF8));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As for Go: who may not read it has no passwords, and the server says what it thinks of that.
        }

        return result;
    }

    /// <summary>
    /// The user for an address; null when there is none. Passwords go over https only, as with Go (cmd/go/internal/auth), or to this machine itself.
    /// </summary>
    /// <param name="url">The address.</param>
    public NetworkCredential? Find(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps || url.IsLoopback
            ? _entries.Find(e => e.Host is null || e.Host.Equals(url.IdnHost, StringComparison.OrdinalIgnoreCase)).User
            : null;

    // https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html
    private void Parse(string text)
    {
        string? host = null;
        (string? login, string? password, var open) = (null, null, false);
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length && !words[i].StartsWith('#'); i++)
            {
                var value = i + 1 < words.Length ? words[i + 1] : null;
                switch (words[i])
                {
                    case "machine":
                        Close();
                        (host, open) = (value, value is not null);
                        i++;
                        break;
                    case "default":
                        Close();
                        (host, open) = (null, true);
                        break;
                    case "login":
                        login = value;
                        i++;
                        break;
                    case "password":
                        password = value;
                        i++;
                        break;
                    case "macdef":
                        // A macro goes on to the next empty line.
                        Close();
                        while (lines.ReadLine() is { Length: > 0 }) { }

                        i = words.Length;
                        break;
                    default:
                        break;
                }
            }
        }

        Close();

        void Close()
        {
            if (open && login is not null)
            {
                _entries.Add((host, new NetworkCredential(login, password ?? "")));
            }

            (login, password, open) = (null, null, false);
        }
    }
}
