using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GoToolchain.Fixtures;

/// <summary>
/// A release feed shaped like that of go.dev on a loopback address: a real server on a bare socket, so that faults are exact to the byte.
/// </summary>
public sealed class LoopbackMirror : IAsyncDisposable
{
    private static readonly byte[] s_page = "<!DOCTYPE html><html><body>Please log in to the network.</body></html>"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Queue<MirrorFault>> _faults = new(StringComparer.Ordinal);

    // Computed once: benchmarks measure the client.
    private readonly ConditionalWeakTable<byte[], string> _tags = [];
    private readonly ConcurrentQueue<MirrorRequest> _requests = new();
    private readonly List<object> _releases = [];
    private readonly Task _accepting;

    /// <summary>Starts it.</summary>
    public LoopbackMirror()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Its base address, with a <c>/</c> at the end.</summary>
    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary>The path of the index.</summary>
    public static string IndexPath => "/";

    /// <summary>A static mirror has its index under <c>/index.json</c> only, and a page of links under <c>/</c>.</summary>
    public bool IsStatic { get; set; }

    /// <summary>Every request so far, in order.</summary>
    public IReadOnlyList<MirrorRequest> Requests => [.. _requests];

    /// <summary>How many requests there were for a path.</summary>
    /// <param name="path">With <c>/</c> before it.</param>
    public int Count(string path) => _requests.Count(r => r.Path == path);

    /// <summary>Adds a release with one archive, and lists it in the index with its real size and digest.</summary>
    /// <param name="version">For example <c>1.24.4</c>.</param>
    /// <param name="archive">The archive.</param>
    /// <param name="platform">Null: this machine's.</param>
    /// <param name="size">Listed in place of the real size.</param>
    /// <param name="sha256">Listed in place of the real digest.</param>
    /// <returns>The path of the archive.</returns>
    public string AddRelease(string version, byte[] archive, GoPlatform? platform = null, long? size = null, string? sha256 = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        platform ??= GoPlatform.Host;
        var name = $"go{version}.{platform.Os}-{platform.ReleaseArch}.{platform.ArchiveExtension}";
        lock (_releases)
        {
            _releases.Add(
                new
                {
                    version = "go" + version,
                    stable = true,
                    files = new[]
                    {
                        new
                        {
                            filename = name,
                            os = platform.Os,
                            arch = platform.ReleaseArch,
                            version = "go" + version,
                            sha256 = sha256 ?? Convert.ToHexStringLower(SHA256.HashData(archive)),
                            size = size ?? archive.Length,
                            kind = "archive",
                        },
                    },
                }
            );
        }

        _files["/" + name] = archive;
        return "/" + name;
    }

    /// <summary>Serves these bytes under a path, whatever the index says; <c>/</c> and <c>/index.json</c> replace the index.</summary>
    /// <param name="path">With <c>/</c> before it.</param>
    /// <param name="bytes">The bytes.</param>
    public void Serve(string path, byte[] bytes) => _files[path] = bytes;

    /// <summary>Does something wrong for a path from now on; several calls follow each other, each for its number of requests.</summary>
    /// <param name="path">With <c>/</c> before it.</param>
    /// <param name="fault">What.</param>
    public void Fail(string path, MirrorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var queue = _faults.GetOrAdd(path, _ => new Queue<MirrorFault>());
        lock (queue)
        {
            queue.Enqueue(fault);
        }
    }

    /// <summary>Behaves well again.</summary>
    public void Heal() => _faults.Clear();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                open.Add(Task.Run(() => ServeAsync(client)));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(open);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            try
            {
                while (await ReadRequestAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    if (!await AnswerAsync(client, request))
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<MirrorRequest?> ReadRequestAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var target = lines[0].Split(' ')[1];
        var headers = lines
            .Skip(1)
            .Select(l => l.Split(':', 2))
            .ToDictionary(p => p[0], p => p[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return new MirrorRequest(Uri.UnescapeDataString(target.Split('?')[0]), target, headers);
    }

    private static bool EndsHead(List<byte> head) => head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n';

    // False: the connection is to be cut.
    private async Task<bool> AnswerAsync(TcpClient client, MirrorRequest request)
    {
        var stream = client.GetStream();
        var fault = TakeFault(request.Path);
        if (fault.RedirectTo is { } location)
        {
            return await SendAsync(stream, "302 Found", [], fault, $"Location: {location}");
        }

        if (fault.Status is { } status)
        {
            var retry = fault.RetryAfter is { } after ? $"Retry-After: {after}" : null;
            return await SendAsync(stream, $"{status} Fault", s_page, fault, "Content-Type: text/html", retry);
        }

        if (fault.Page || fault.PageInDisguise)
        {
            var type = fault.Page ? "text/html; charset=utf-8" : "application/octet-stream";
            return await SendAsync(stream, "200 OK", s_page, fault, $"Content-Type: {type}");
        }

        return Find(request) is { } file
            ? await SendFileAsync(stream, request, file, fault)
            : await SendAsync(stream, "404 Not Found", s_page, fault, "Content-Type: text/html");
    }

    private byte[]? Find(MirrorRequest request)
    {
        if (_files.TryGetValue(request.Path, out var file))
        {
            return file;
        }

        if (IsStatic && request.Path == "/")
        {
            return s_page;
        }

        var isIndex = IsStatic ? request.Path == "/index.json" : request.Target == "/?mode=json&include=all";
        lock (_releases)
        {
            return isIndex ? JsonSerializer.SerializeToUtf8Bytes(_releases) : null;
        }
    }

    private async Task<bool> SendFileAsync(NetworkStream stream, MirrorRequest request, byte[] file, MirrorFault fault)
    {
        var tag = fault.ETag ?? _tags.GetValue(file, bytes => $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
        if (fault.FlipByteAt is { } flip)
        {
            file = [.. file];
            file[flip] ^= 0xff;
        }

        file = fault.ShortenTo is { } length ? file[..(int)length] : file;
        var type = request.Path.EndsWith(".gz", StringComparison.Ordinal) ? "application/gzip" : "application/octet-stream";
        var headers = new[] { $"Content-Type: {type}", tag.Length > 0 ? $"ETag: {tag}" : null, "Accept-Ranges: bytes" };
        var start = fault.IgnoreRange ? null : request.RangeStart;
        if (start is not null && request.Headers.TryGetValue("If-Range", out var condition) && condition != tag)
        {
            start = null;
        }

        if (start is null)
        {
            return await SendAsync(stream, "200 OK", file, fault, headers);
        }

        if (fault.RefuseRange || start >= file.Length)
        {
            return await SendAsync(stream, "416 Range Not Satisfiable", [], fault, $"Content-Range: bytes */{file.Length}");
        }

        var from = fault.WrongRange ? start.Value - 1 : start.Value;
        var range = string.Create(CultureInfo.InvariantCulture, $"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}");
        return await SendAsync(stream, "206 Partial Content", file[(int)from..], fault, [.. headers, range]);
    }

    private async Task<bool> SendAsync(NetworkStream stream, string status, byte[] body, MirrorFault fault, params string?[] headers)
    {
        var length = fault.GrowBy > 0 ? "Connection: close" : $"Content-Length: {body.Length}";
        var head = string.Concat(headers.Append(length).OfType<string>().Select(h => h + "\r\n"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{head}\r\n"), _stop.Token);
        body = fault.GrowBy > 0 ? [.. body, .. new byte[fault.GrowBy]] : body;
        var stop = Math.Min(fault.CutAfter ?? long.MaxValue, fault.StallAfter ?? long.MaxValue);
        var block = fault.Drip is null ? 1 << 20 : 4096;
        for (var sent = 0; sent < Math.Min(stop, body.Length); )
        {
            var count = (int)Math.Min(block, Math.Min(stop, body.Length) - sent);
            await stream.WriteAsync(body.AsMemory(sent, count), _stop.Token);
            sent += count;
            if (fault.Drip is { } pause)
            {
                await Task.Delay(pause, _stop.Token);
            }
        }

        if (fault.StallAfter is not null)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        if (fault.Reset)
        {
            stream.Socket.LingerState = new LingerOption(true, 0);
        }

        return fault.CutAfter is null && fault.GrowBy == 0;
    }

    private MirrorFault TakeFault(string path)
    {
        if (!_faults.TryGetValue(path, out var queue))
        {
            return new MirrorFault();
        }

        lock (queue)
        {
            if (queue.Count == 0)
            {
                return new MirrorFault();
            }

            var fault = queue.Dequeue();
            if (fault.Times > 1)
            {
                // It stays at the front until it has been used up.
                var rest = queue.ToArray();
                queue.Clear();
                queue.Enqueue(fault with { Times = fault.Times == int.MaxValue ? fault.Times : fault.Times - 1 });
                foreach (var next in rest)
                {
                    queue.Enqueue(next);
                }
            }

            return fault;
        }
    }
}
