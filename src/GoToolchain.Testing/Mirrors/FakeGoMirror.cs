using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using GoToolchain.Testing.Mirrors;

namespace GoToolchain.Testing;

/// <summary>
/// A release feed, a module proxy and a checksum database on a loopback address, with faults on demand: for tests of what a program does when Go is
/// fetched, cannot be fetched, or is not what it should be. It is a real server on a bare socket, so faults are exact to the byte, and the real
/// <c>go</c> command works against it. The feed has the shape of https://go.dev/dl/, the proxy is below <c>/proxy</c>
/// (https://go.dev/ref/mod#goproxy-protocol), the database below <c>/sumdb</c> (https://go.dev/ref/mod#checksum-database). Thread-safe.
/// </summary>
public sealed partial class FakeGoMirror : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<MirrorRequest> _requests = new();
    private readonly FaultPlan _faults = new();
    private readonly ReleaseFeed _feed = new();
    private readonly ModuleProxy _modules = new();
    private readonly MirrorCertificate? _certificate;
    private readonly LoopbackServer _server;

    /// <summary>Starts it.</summary>
    /// <param name="useTls">Serve https, with a certificate of an authority that nobody knows: see <see cref="CertificateAuthority"/>.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The server is disposed with the mirror.")]
    public FakeGoMirror(bool useTls = false)
    {
        _certificate = useTls ? new MirrorCertificate() : null;
        var answers = new MirrorAnswers(Find, _faults);
        _server = new LoopbackServer(
            _certificate?.Server,
            (connection, request, cancel) =>
            {
                _requests.Enqueue(request);
                return answers.SendAsync(connection, request, cancel);
            }
        );
    }

    /// <summary>Its base address, with a <c>/</c> at the end: what <c>GOTC_MIRROR</c> has to be.</summary>
    public string Url => _server.Url;

    /// <summary>What <c>GOPROXY</c> has to be.</summary>
    public string ModuleProxyUrl => Url + "proxy";

    /// <summary>
    /// What <c>GOSUMDB</c> has to be: name, hash and public key of <see cref="Database"/>, and the address where it is, unless
    /// <see cref="ProxiesDatabase"/>: with an address, <c>go</c> asks no proxy for it.
    /// </summary>
    public string ChecksumDatabase => ProxiesDatabase ? Database.VerifierKey : $"{Database.VerifierKey} {Url}sumdb";

    /// <summary>The checksum database. Modules are put into it as they are added here.</summary>
    public FakeChecksumDatabase Database { get; } = new();

    /// <summary>
    /// The proxy serves the database too, below <c>/proxy/sumdb/NAME</c>, so that no client asks for it at its own address. False: it answers 404
    /// when it is asked whether it does.
    /// </summary>
    public bool ProxiesDatabase { get; set; }

    /// <summary>The authority of the certificate as PEM, for clients that are to trust it (<c>SSL_CERT_FILE</c>); null without TLS.</summary>
    public string? CertificateAuthority => _certificate?.Authority;

    /// <summary>Every request so far, in order.</summary>
    public IReadOnlyList<MirrorRequest> Requests => [.. _requests];

    /// <summary>How many requests there were for a path.</summary>
    /// <param name="path">With <c>/</c> before it.</param>
    public int Count(string path) => _requests.Count(r => r.Path == path);

    /// <summary>Serves these bytes under a path, whatever else would be there; <c>/</c> and <c>/index.json</c> replace the index.</summary>
    /// <param name="path">With <c>/</c> before it.</param>
    /// <param name="bytes">The bytes.</param>
    public void Serve(string path, byte[] bytes) => _files[path] = bytes;

    /// <summary>Does something wrong for a path from now on; several calls follow each other, each for its number of requests.</summary>
    /// <param name="path">With <c>/</c> before it.</param>
    /// <param name="fault">What.</param>
    public void Fail(string path, MirrorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _faults.Add(path, fault);
    }

    /// <summary>Behaves well again.</summary>
    public void Heal() => _faults.Clear();

    /// <summary>Makes <c>go</c> fetch its modules here and check them with <see cref="Database"/>, whatever the environment said before.</summary>
    /// <param name="variables">Environment variables: of a workspace, or of a process to be started. A null value removes one.</param>
    public void ApplyTo(IDictionary<string, string?> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        variables["GOPROXY"] = ModuleProxyUrl;
        variables["GOSUMDB"] = ChecksumDatabase;
        foreach (var exception in (string[])["GOPRIVATE", "GONOPROXY", "GONOSUMDB", "GOINSECURE"])
        {
            variables[exception] = "";
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _certificate?.Dispose();
    }

    private byte[]? Find(MirrorRequest request)
    {
        if (_files.TryGetValue(request.Path, out var file))
        {
            return file;
        }

        if (Below("/proxy/sumdb/" + Database.Name + "/", request.Path) is { } proxied)
        {
            return !ProxiesDatabase ? null
                : proxied == "supported" ? []
                : Database.Find(proxied);
        }

        return Below("/proxy/", request.Path) is { } module ? _modules.Find(module)
            : Below("/sumdb/", request.Path) is { } database ? Database.Find(database)
            : _feed.Find(request);
    }

    private static string? Below(string prefix, string path) =>
        path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : null;
}
