using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace GoToolchain.Testing.Mirrors;

/// <summary>Answers requests, rightly or with the fault that is planned for them.</summary>
/// <param name="find">The file that is asked for; null: there is none.</param>
/// <param name="faults">What goes wrong.</param>
internal sealed class MirrorAnswers(Func<MirrorRequest, byte[]?> find, FaultPlan faults)
{
    // Computed once: benchmarks measure the client.
    private readonly ConditionalWeakTable<byte[], string> _tags = [];

    /// <summary>Answers.</summary>
    /// <returns>False: the connection is to be cut.</returns>
    public Task<bool> SendAsync(MirrorConnection connection, MirrorRequest request, CancellationToken cancel)
    {
        var fault = faults.Take(request.Path);
        var body = new MirrorBody(connection, fault, cancel);
        if (fault.RedirectTo is { } location)
        {
            return body.SendAsync("302 Found", [], $"Location: {location}");
        }

        if (fault.Status is { } status)
        {
            var retry = fault.RetryAfter is { } after ? $"Retry-After: {after}" : null;
            return body.SendAsync($"{status} Fault", ReleaseFeed.Page, "Content-Type: text/html", retry);
        }

        if (fault.Page || fault.PageInDisguise)
        {
            var type = fault.Page ? "text/html; charset=utf-8" : "application/octet-stream";
            return body.SendAsync("200 OK", ReleaseFeed.Page, $"Content-Type: {type}");
        }

        return find(request) is { } file
            ? SendFileAsync(body, request, file, fault)
            : body.SendAsync("404 Not Found", ReleaseFeed.Page, "Content-Type: text/html");
    }

    private Task<bool> SendFileAsync(MirrorBody body, MirrorRequest request, byte[] file, MirrorFault fault)
    {
        var tag = fault.ETag ?? _tags.GetValue(file, bytes => $"\"{Convert.ToHexString(SHA256.HashData(bytes))[..16]}\"");
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
            return body.SendAsync("200 OK", file, headers);
        }

        if (fault.RefuseRange || start >= file.Length)
        {
            return body.SendAsync("416 Range Not Satisfiable", [], $"Content-Range: bytes */{file.Length}");
        }

        var from = fault.WrongRange ? start.Value - 1 : start.Value;
        var range = string.Create(CultureInfo.InvariantCulture, $"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}");
        return body.SendAsync("206 Partial Content", file[(int)from..], [.. headers, range]);
    }
}
