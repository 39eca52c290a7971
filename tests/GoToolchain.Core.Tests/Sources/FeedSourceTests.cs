using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GoToolchain.Fixtures;
using GoToolchain.Sources;
using GoToolchain.Sources.Http;
using GoToolchain.Testing;

namespace GoToolchain.Core.Tests.Sources;

public sealed class FeedSourceTests : FeedTest
{
    [Fact]
    public async Task An_archive_is_fetched_once_verified_unpacked_and_kept()
    {
        var path = Mirror.AddRelease("1.24.4", Archive);

        var delivery = await DeliverAsync();

        AssertDelivered(delivery);
        Assert.Equal(Mirror.Url + path[1..], delivery.From);
        Assert.Equal(Mirror.Url, delivery.VouchedBy);
        Assert.Equal(1, Mirror.Count(path));
        Assert.All(Mirror.Requests, r => Assert.StartsWith("GoToolchain.Net/", r.Headers["User-Agent"], StringComparison.Ordinal));
        Assert.All(Mirror.Requests, r => Assert.DoesNotContain("Accept-Encoding", r.Headers.Keys));
    }

    [Fact]
    public async Task A_kept_archive_is_used_without_a_request()
    {
        var path = Mirror.AddRelease("1.24.4", Archive);
        await DeliverAsync();

        AssertDelivered(await DeliverAsync());

        Assert.Equal(1, Mirror.Count(path));
    }

    [Fact]
    public async Task A_damaged_kept_archive_is_replaced_from_the_network()
    {
        var path = Mirror.AddRelease("1.24.4", Archive);
        Scratch.CreateDirectory("store/downloads");
        byte[] damaged = [.. Archive];
        damaged[^1000] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(Downloads, FileName), damaged, Cancel);

        AssertDelivered(await DeliverAsync());

        Assert.Equal(1, Mirror.Count(path));
    }

    [Fact]
    public async Task A_static_mirror_has_its_index_in_a_file()
    {
        Mirror.IsStatic = true;
        Mirror.AddRelease("1.24.4", Archive);
        AssertDelivered(await DeliverAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_directory_or_file_URL_serves_like_a_site_and_nothing_is_copied(bool asUrl)
    {
        var mirror = Scratch.CreateDirectory("mirror ä %20#");
        Mirror.AddRelease("1.24.4", Archive);
        using var http = new HttpClient();
        await File.WriteAllBytesAsync(
            Path.Combine(mirror, "index.json"),
            await http.GetByteArrayAsync(new Uri(Mirror.Url + "?mode=json&include=all"), Cancel),
            Cancel
        );
        await File.WriteAllBytesAsync(Path.Combine(mirror, FileName), Archive, Cancel);
        var source = Source(asUrl ? "file://" + string.Join('/', mirror.Split('/').Select(Uri.EscapeDataString)) : mirror);

        var delivery = await DeliverAsync(source);

        Assert.False(source.NeedsNetwork);
        Assert.Equal(Path.Combine(mirror, FileName), delivery.From);
        Assert.Equal("go1.24.4\n", await File.ReadAllTextAsync(Path.Combine(delivery.Root, "VERSION"), Cancel));
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_flipped_byte_is_refused_and_leaves_nothing()
    {
        Mirror.Fail(Mirror.AddRelease("1.24.4", Archive), new MirrorFault { FlipByteAt = Archive.Length / 2 });
        var error = await FailAsync(GoErrorCodes.DigestMismatch);
        Assert.Contains(FileName, error.Message, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_body_shorter_than_the_index_says_is_refused_before_it_is_read()
    {
        Mirror.Fail(Mirror.AddRelease("1.24.4", Archive), new MirrorFault { ShortenTo = Archive.Length - 1 });
        Assert.Contains("were announced", (await FailAsync(GoErrorCodes.DigestMismatch)).Message, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_wrong_size_in_the_index_is_refused()
    {
        Mirror.AddRelease("1.24.4", Archive, size: Archive.Length + 1);
        await FailAsync(GoErrorCodes.DigestMismatch);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_body_that_goes_on_after_the_announced_size_is_stopped_and_refused()
    {
        Mirror.Fail(Mirror.AddRelease("1.24.4", Archive), new MirrorFault { GrowBy = 5_000_000 });
        await FailAsync(GoErrorCodes.DigestMismatch);
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_in_place_of_the_archive_is_told_as_that(bool inDisguise)
    {
        Mirror.AddRelease("1.24.4", Archive, size: inDisguise ? 70 : null);
        Mirror.Fail("/" + FileName, new MirrorFault { Page = !inDisguise, PageInDisguise = inDisguise });
        var error = await FailAsync(GoErrorCodes.SourceMalformed);
        Assert.Contains("web page", error.Problem, StringComparison.Ordinal);
        Assert.Contains("captive portal", error.NextStep, StringComparison.Ordinal);
        Assert.Equal(Mirror.Url + FileName, error.Place);
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData(404, 1)]
    [InlineData(403, 1)]
    [InlineData(500, 4)]
    [InlineData(429, 4)]
    public async Task A_refusal_is_told_and_only_a_passing_one_is_asked_again(int status, int requests)
    {
        Mirror.Fail(Mirror.AddRelease("1.24.4", Archive), new MirrorFault { Status = status });
        var error = await FailAsync(GoErrorCodes.SourceUnavailable);
        Assert.Contains($"{status}", error.Problem, StringComparison.Ordinal);
        Assert.Equal(requests, Mirror.Count("/" + FileName));
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_busy_server_is_waited_for_as_it_asks()
    {
        Mirror.Fail(
            Mirror.AddRelease("1.24.4", Archive),
            new MirrorFault
            {
                Status = 503,
                RetryAfter = "1",
                Times = 1,
            }
        );
        var watch = Stopwatch.StartNew();
        AssertDelivered(await DeliverAsync());
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(0.9), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_server_that_asks_for_an_hour_is_given_up_at_once()
    {
        Mirror.Fail(Mirror.AddRelease("1.24.4", Archive), new MirrorFault { Status = 503, RetryAfter = "3600" });
        await FailAsync(GoErrorCodes.SourceUnavailable);
        Assert.Equal(1, Mirror.Count("/" + FileName));
    }

    [Fact]
    public async Task A_stalled_transfer_ends_and_what_came_is_kept_for_the_next_time()
    {
        var path = Mirror.AddRelease("1.24.4", Archive);
        Mirror.Fail(path, new MirrorFault { StallAfter = 1_000_000, Times = 1 });
        Mirror.Fail(path, new MirrorFault { StallAfter = 0 });
        Assert.Contains("stalled", (await FailAsync(GoErrorCodes.SourceUnavailable)).Problem, StringComparison.Ordinal);
        Assert.Equal([FileName + ".partial", FileName + ".partial.json"], Kept());
        // After a silence one other connection is tried, not three.
        Assert.Equal(2, Mirror.Count(path));
        Mirror.Heal();

        AssertDelivered(await DeliverAsync());

        Assert.Equal(1_000_000, Mirror.Requests[^1].RangeStart);
    }

    [Fact]
    public async Task A_transfer_that_stalls_once_is_taken_up_by_another_connection()
    {
        var path = Mirror.AddRelease("1.24.4", Archive);
        Mirror.Fail(path, new MirrorFault { StallAfter = 1_000_000, Times = 1 });
        AssertDelivered(await DeliverAsync());
        Assert.Equal([null, 1_000_000], Mirror.Requests.Where(r => r.Path == path).Select(r => r.RangeStart));
    }

    [Fact]
    public async Task A_slow_but_steady_transfer_is_not_a_stalled_one()
    {
        Mirror.Fail(Mirror.AddRelease("1.24.4", Archive), new MirrorFault { Drip = TimeSpan.FromMilliseconds(1) });
        AssertDelivered(await DeliverAsync());
    }

    [Theory]
    [InlineData("page")]
    [InlineData("empty")]
    [InlineData("broken")]
    [InlineData("huge")]
    [InlineData("404")]
    [InlineData("500")]
    [InlineData("cut")]
    public async Task An_index_that_is_none_is_told_with_its_address(string what)
    {
        switch (what)
        {
            case "page":
                Mirror.Fail("/", new MirrorFault { Page = true });
                break;
            case "404" or "500":
                Mirror.Fail("/", new MirrorFault { Status = int.Parse(what, System.Globalization.CultureInfo.InvariantCulture) });
                break;
            case "cut":
                Mirror.AddRelease("1.24.4", Archive);
                Mirror.Fail("/", new MirrorFault { CutAfter = 20 });
                break;
            default:
                Mirror.Serve(
                    "/",
                    what switch
                    {
                        "empty" => "[]"u8.ToArray(),
                        "broken" => "[{\"version\""u8.ToArray(),
                        _ => Encoding.ASCII.GetBytes("[" + new string(' ', 1 << 20) + "]"),
                    }
                );
                break;
        }

        var code = what is "404" or "500" or "cut" ? GoErrorCodes.SourceUnavailable : GoErrorCodes.SourceMalformed;
        var error = await FailAsync(code);
        Assert.Contains(Mirror.Url, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_is_cut_once_is_asked_for_again()
    {
        Mirror.AddRelease("1.24.4", Archive);
        Mirror.Fail("/", new MirrorFault { CutAfter = 20, Times = 2 });
        AssertDelivered(await DeliverAsync());
    }

    [Fact]
    public async Task Redirects_are_followed_but_not_in_circles_and_not_to_other_schemes()
    {
        var path = Mirror.AddRelease("1.24.4", Archive);
        Mirror.Serve("/elsewhere/file", Archive);
        Mirror.Fail(path, new MirrorFault { RedirectTo = "/elsewhere/file", Times = 1 });
        AssertDelivered(await DeliverAsync());
        File.Delete(Path.Combine(Downloads, FileName));

        Mirror.Fail(path, new MirrorFault { RedirectTo = path });
        Assert.Contains("redirects more than", (await FailAsync(GoErrorCodes.SourceMalformed)).Problem, StringComparison.Ordinal);
        Mirror.Heal();

        Mirror.Fail(path, new MirrorFault { RedirectTo = "file:///etc/passwd" });
        Assert.Contains("less safe", (await FailAsync(GoErrorCodes.SourceMalformed)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_where_nobody_listens_is_passed_over_quickly()
    {
        Mirror.AddRelease("1.24.4", Archive);
        var watch = Stopwatch.StartNew();
        AssertDelivered(await DeliverAsync(Source(NobodyListens(), Mirror.Url)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task When_one_mirror_sends_wrong_bytes_the_next_one_serves()
    {
        await using var bad = new FakeGoMirror();
        bad.Fail(bad.AddRelease("1.24.4", Archive), new MirrorFault { FlipByteAt = 1_000_000 });
        Mirror.AddRelease("1.24.4", Archive);

        var delivery = await DeliverAsync(Source(bad.Url, Mirror.Url));

        AssertDelivered(delivery);
        Assert.StartsWith(Mirror.Url, delivery.From, StringComparison.Ordinal);
        Assert.Equal(bad.Url, delivery.VouchedBy);
    }

    [Fact]
    public async Task When_all_mirrors_fail_each_is_named_with_its_reason()
    {
        await using var bad = new FakeGoMirror();
        bad.Fail("/", new MirrorFault { Status = 404 });
        Mirror.Fail(Mirror.AddRelease("1.24.4", Archive), new MirrorFault { FlipByteAt = 1_000_000 });

        var error = await FailAsync(GoErrorCodes.DigestMismatch, Source(bad.Url, Mirror.Url));

        Assert.Contains(bad.Url, error.Message, StringComparison.Ordinal);
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
        Assert.Contains(Mirror.Url, error.Message, StringComparison.Ordinal);
        Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_without_digest_is_not_installed_for_nothing_would_vouch_for_it()
    {
        var path = Mirror.AddRelease("1.4.2", Archive, sha256: "");
        Assert.Contains("no SHA-256", (await FailAsync(GoErrorCodes.SourceUnavailable)).Problem, StringComparison.Ordinal);
        Assert.Equal(0, Mirror.Count(path));
    }

    [Fact]
    public async Task A_password_in_the_address_is_sent_to_the_mirror_and_shown_to_nobody()
    {
        Mirror.Fail(Mirror.AddRelease("1.24.4", Archive), new MirrorFault { Status = 404 });
        var error = await FailAsync(
            GoErrorCodes.SourceUnavailable,
            Source(Mirror.Url.Replace("http://", "http://user:s3cret@", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
        Assert.All(Mirror.Requests, r => Assert.Equal("Basic " + Convert.ToBase64String("user:s3cret"u8), r.Headers["Authorization"]));
    }

    [Fact]
    public async Task Cancelling_ends_the_transfer_and_keeps_what_came()
    {
        Mirror.Fail(Mirror.AddRelease("1.24.4", Archive), new MirrorFault { StallAfter = 1_000_000 });
        var source = Source(new HttpLimits());
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var delivering = DeliverAsync(source, cancel.Token);
        var partial = new FileInfo(Path.Combine(Downloads, FileName + ".partial"));
        while (!partial.Exists || partial.Length < 1_000_000)
        {
            await Task.Delay(10, Cancel);
            partial.Refresh();
        }

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivering);
        Assert.Equal([FileName + ".partial", FileName + ".partial.json"], Kept());
    }

    [Fact]
    public async Task The_proxy_of_the_host_is_used_and_not_that_of_the_process()
    {
        // The mirror plays the proxy: it gets the whole address as the target.
        Mirror.Serve("http://mirror.invalid/dl/", "[]"u8.ToArray());
        var host = SandboxMachine.In(Scratch, new Dictionary<string, string> { ["http_proxy"] = Mirror.Url });
        await FailAsync(GoErrorCodes.SourceMalformed, Source(host, null, "http://mirror.invalid/dl"));
        Assert.Equal("http://mirror.invalid/dl/?mode=json&include=all", Mirror.Requests[0].Target);
    }

    private static string NobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
    }
}
