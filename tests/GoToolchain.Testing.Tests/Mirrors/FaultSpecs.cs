using System.Net;
using System.Net.Http.Headers;

namespace GoToolchain.Testing.Tests.Mirrors;

/// <summary>What a client sees of each fault.</summary>
public sealed class FaultSpecs : IAsyncDisposable
{
    private const string Path = "/some/file.bin";

    private static readonly byte[] s_file = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];

    private readonly FakeGoMirror _mirror = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _mirror.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_fault_the_file_arrives_whole_or_in_part_and_can_be_resumed()
    {
        using var whole = await GetAsync(new MirrorFault());
        using var part = await GetAsync(new MirrorFault(), from: 99_990, whole.Headers.ETag);

        Assert.Equal(s_file, await whole.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(s_file[99_990..], await part.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("bytes 99990-99999/100000", part.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(99_999)]
    public async Task A_cut_comes_at_the_very_byte(int after)
    {
        using var answer = await GetAsync(new MirrorFault { CutAfter = after });

        Assert.Equal(after, await ReceivedAsync(answer));
    }

    [Fact]
    public async Task A_stalled_body_says_nothing_more_until_the_client_gives_up()
    {
        using var answer = await GetAsync(new MirrorFault { StallAfter = 10 });
        await using var body = await answer.Content.ReadAsStreamAsync(Cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        await body.ReadExactlyAsync(new byte[10], Cancel);
        var more = body.ReadAsync(new byte[1], patience.Token).AsTask();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => more);
    }

    [Theory]
    [InlineData(404, null)]
    [InlineData(429, "7")]
    [InlineData(500, null)]
    [InlineData(503, "3600")]
    public async Task A_status_comes_with_its_time_to_wait(int status, string? retryAfter)
    {
        using var answer = await GetAsync(new MirrorFault { Status = status, RetryAfter = retryAfter });

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(retryAfter, answer.Headers.RetryAfter?.ToString());
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("http://example.com/elsewhere")]
    public async Task A_redirect_leads_where_it_is_told_to(string target)
    {
        using var answer = await GetAsync(new MirrorFault { RedirectTo = target });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(false, "text/html")]
    [InlineData(true, "application/octet-stream")]
    public async Task A_page_comes_in_place_of_the_file(bool inDisguise, string type)
    {
        using var answer = await GetAsync(new MirrorFault { Page = !inDisguise, PageInDisguise = inDisguise });

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<!DOCTYPE html>", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_can_be_refused_ignored_or_be_another_one()
    {
        using var refused = await GetAsync(new MirrorFault { RefuseRange = true, Times = 1 }, from: 10);
        using var ignored = await GetAsync(new MirrorFault { IgnoreRange = true, Times = 1 }, from: 10);
        using var wrong = await GetAsync(new MirrorFault { WrongRange = true, Times = 1 }, from: 10);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ignored.StatusCode);
        Assert.Equal(9, wrong.Content.Headers.ContentRange!.From);
    }

    [Fact]
    public async Task A_wrong_validator_does_not_fit_what_the_client_had()
    {
        using var before = await GetAsync(new MirrorFault { Times = 1 });
        using var after = await GetAsync(new MirrorFault { ETag = "\"another\"" }, from: 10, before.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal("\"another\"", after.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Content_can_be_spoiled_shortened_and_compressed()
    {
        using var spoiled = await GetAsync(new MirrorFault { FlipByteAt = 500, Times = 1 });
        using var shortened = await GetAsync(new MirrorFault { ShortenTo = 99_999, Times = 1 });
        using var compressed = await GetAsync(new MirrorFault { GzipEncoded = true, Times = 1 });

        var bytes = await spoiled.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal([500], Enumerable.Range(0, s_file.Length).Where(i => bytes[i] != s_file[i]));
        Assert.Equal(s_file[..^1], await shortened.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("gzip", Assert.Single(compressed.Content.Headers.ContentEncoding));
        Assert.Equal(0x1f, (await compressed.Content.ReadAsByteArrayAsync(Cancel))[0]);
    }

    [Theory]
    [InlineData(100_010, 100_000)]
    [InlineData(99_000, 99_000)]
    public async Task The_size_that_is_announced_can_lie(int announced, int received)
    {
        using var answer = await GetAsync(new MirrorFault { AnnounceLength = announced });

        Assert.Equal(announced, answer.Content.Headers.ContentLength);
        Assert.Equal(received, await ReceivedAsync(answer));
    }

    [Fact]
    public async Task An_endless_body_goes_on_after_the_file()
    {
        using var answer = await GetAsync(new MirrorFault { Endless = true });
        await using var body = await answer.Content.ReadAsStreamAsync(Cancel);

        await body.ReadExactlyAsync(new byte[10 * s_file.Length], Cancel);

        Assert.Null(answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Faults_follow_each_other_each_for_its_number_of_requests()
    {
        _mirror.Fail(Path, new MirrorFault { Status = 500, Times = 2 });
        _mirror.Fail(Path, new MirrorFault { Status = 503, Times = 1 });
        var seen = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await GetAsync(new MirrorFault { Times = 0 });
            seen.Add((int)answer.StatusCode);
        }

        Assert.Equal([500, 500, 503, 200], seen);
        Assert.Equal(4, _mirror.Count(Path));
    }

    [Fact]
    public async Task A_healed_mirror_has_no_faults_left()
    {
        _mirror.Fail(Path, new MirrorFault { Status = 500 });
        _mirror.Heal();

        using var answer = await GetAsync(new MirrorFault { Times = 0 });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_client_that_knows_no_such_authority_does_not_talk_to_it()
    {
        await using var secure = new FakeGoMirror(useTls: true);
        secure.Serve(Path, s_file);

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => _client.GetAsync(new Uri(secure.Url + Path[1..]), Cancel));

        Assert.Equal(HttpRequestError.SecureConnectionError, refusal.HttpRequestError);
        Assert.Empty(secure.Requests);
    }

    [Fact]
    public async Task A_release_comes_with_its_digest_and_its_signature()
    {
        var archive = _mirror.AddRelease("1.24.4", s_file, GoPlatform.Host, signature: [1, 2, 3]);

        var digest = await _client.GetStringAsync(new Uri(_mirror.Url + archive[1..] + ".sha256"), Cancel);
        var index = await _client.GetStringAsync(new Uri(_mirror.Url + "?mode=json&include=all"), Cancel);

        Assert.Equal(64, digest.Length);
        Assert.Contains(digest, index, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], await _client.GetByteArrayAsync(new Uri(_mirror.Url + archive[1..] + ".asc"), Cancel));
    }

    [Fact]
    public async Task The_database_answers_as_the_public_one_does()
    {
        _mirror.AddModule("example.com/a", "v1.0.0", new Dictionary<string, string> { ["a.go"] = "package a\n" });

        var latest = await _client.GetStringAsync(new Uri(_mirror.Url + "sumdb/latest"), Cancel);
        var lookup = await _client.GetStringAsync(new Uri(_mirror.Url + "sumdb/lookup/example.com/a@v1.0.0"), Cancel);
        var data = await _client.GetStringAsync(new Uri(_mirror.Url + "sumdb/tile/8/data/000.p/1"), Cancel);
        using var unknown = await _client.GetAsync(new Uri(_mirror.Url + "sumdb/lookup/example.com/b@v1.0.0"), Cancel);

        Assert.StartsWith("go.sum database tree\n1\n", latest, StringComparison.Ordinal);
        Assert.Equal(data + latest, lookup);
        Assert.StartsWith("0\nexample.com/a v1.0.0 h1:", data, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(MirrorFault fault, long? from = null, EntityTagHeaderValue? condition = null)
    {
        _mirror.Serve(Path, s_file);
        if (fault.Times > 0)
        {
            _mirror.Fail(Path, fault);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_mirror.Url + Path[1..]));
        if (from is not null)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
        }

        if (condition is not null)
        {
            request.Headers.IfRange = new RangeConditionHeaderValue(condition);
        }

        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
    }

    private static async Task<int> ReceivedAsync(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(Cancel);
        var received = 0;
        var buffer = new byte[1000];
        try
        {
            for (int count; (count = await body.ReadAsync(buffer, Cancel)) > 0; )
            {
                received += count;
            }
        }
        catch (IOException)
        {
            // The cut.
        }

        return received;
    }
}
