using GoToolchain.Fixtures;
using GoToolchain.Sources.Http;
using GoToolchain.Testing;

namespace GoToolchain.Core.Tests.Sources;

public sealed class ResumeTests : FeedTest
{
    // One failure ends the delivery: so that a second delivery has something to resume.
    private static readonly HttpLimits s_impatient = Quick with { Retries = 0 };

    [Fact]
    public async Task A_cut_in_ten_places_costs_only_the_missing_bytes()
    {
        var path = Mirror.AddRelease("1.24.4", Archive);
        for (var i = 0; i < 10; i++)
        {
            Mirror.Fail(path, new MirrorFault { CutAfter = 200_000, Times = 1 });
        }

        AssertDelivered(await DeliverAsync());

        var starts = Mirror.Requests.Where(r => r.Path == path).Select(r => r.RangeStart ?? 0).ToList();
        Assert.Equal(11, starts.Count);
        Assert.Equal(Enumerable.Range(0, 11).Select(i => i * 200_000L), starts);
        Assert.All(
            Mirror.Requests.Where(r => r.RangeStart > 0),
            r => Assert.StartsWith("\"", r.Headers["If-Range"], StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_connection_that_is_reset_is_taken_up_again()
    {
        Mirror.Fail(
            Mirror.AddRelease("1.24.4", Archive),
            new MirrorFault
            {
                CutAfter = 1_000_000,
                Reset = true,
                Times = 2,
            }
        );
        AssertDelivered(await DeliverAsync());
    }

    [Fact]
    public async Task A_server_that_cuts_every_time_is_given_up_after_three_attempts_without_a_byte()
    {
        var path = Mirror.AddRelease("1.24.4", Archive);
        Mirror.Fail(path, new MirrorFault { CutAfter = 500_000, Times = 1 });
        Mirror.Fail(path, new MirrorFault { CutAfter = 0 });
        var error = await FailAsync(GoErrorCodes.SourceUnavailable);
        Assert.Contains("truncated", error.Problem, StringComparison.Ordinal);
        Assert.Equal(4, Mirror.Count(path));
        Assert.Equal(500_000, new FileInfo(Path.Combine(Downloads, FileName + ".partial")).Length);
    }

    [Fact]
    public async Task The_next_delivery_goes_on_where_the_last_one_was_cut()
    {
        var path = await LeavePartialAsync(1_234_567);

        AssertDelivered(await DeliverAsync());

        Assert.Equal(2, Mirror.Count(path));
        Assert.Equal(1_234_567, Mirror.Requests[^1].RangeStart);
    }

    [Fact]
    public async Task Another_mirror_can_go_on_for_the_digest_decides()
    {
        await LeavePartialAsync(1_000_000);
        await using var other = new FakeGoMirror();
        other.AddRelease("1.24.4", Archive);
        other.Fail("/" + FileName, new MirrorFault { ETag = "\"quite another\"" });

        AssertDelivered(await DeliverAsync(Source(other.Url)));

        Assert.Equal(1_000_000, other.Requests[^1].RangeStart);
        Assert.DoesNotContain("If-Range", other.Requests[^1].Headers.Keys);
    }

    [Fact]
    public async Task When_the_file_has_changed_on_the_server_it_begins_anew()
    {
        var path = await LeavePartialAsync(1_000_000);
        Mirror.Fail(path, new MirrorFault { ETag = "\"changed\"" });

        AssertDelivered(await DeliverAsync());

        Assert.Equal(2, Mirror.Count(path));
    }

    [Theory]
    [InlineData("ignore")]
    [InlineData("refuse")]
    [InlineData("no tag")]
    public async Task A_server_that_knows_no_ranges_sends_it_all_again(string how)
    {
        var path = await LeavePartialAsync(1_000_000);
        Mirror.Fail(
            path,
            how switch
            {
                "ignore" => new MirrorFault { IgnoreRange = true },
                "refuse" => new MirrorFault { RefuseRange = true },
                _ => new MirrorFault { ETag = "" },
            }
        );
        AssertDelivered(await DeliverAsync());
    }

    [Fact]
    public async Task A_cut_at_a_server_that_knows_no_ranges_reads_past_what_is_there()
    {
        var path = Mirror.AddRelease("1.24.4", Archive);
        Mirror.Fail(path, new MirrorFault { CutAfter = 1_000_000, Times = 1 });
        Mirror.Fail(path, new MirrorFault { IgnoreRange = true });
        AssertDelivered(await DeliverAsync());
        Assert.Equal(2, Mirror.Count(path));
    }

    [Fact]
    public async Task A_server_that_sends_another_part_is_not_believed()
    {
        var path = await LeavePartialAsync(1_000_000);
        Mirror.Fail(path, new MirrorFault { WrongRange = true });
        var error = await FailAsync(GoErrorCodes.SourceMalformed);
        Assert.Contains("another part", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_poisoned_partial_is_thrown_away_and_fetched_once_from_zero()
    {
        var path = await LeavePartialAsync(1_000_000);
        await FlipAsync(FileName + ".partial", 700_000);

        AssertDelivered(await DeliverAsync());

        Assert.Equal([null, 1_000_000, null], Mirror.Requests.Where(r => r.Path == path).Select(r => r.RangeStart));
    }

    [Fact]
    public async Task A_poisoned_mirror_is_not_asked_a_third_time()
    {
        var path = await LeavePartialAsync(1_000_000);
        Mirror.Fail(path, new MirrorFault { FlipByteAt = 2_000_000 });
        await FailAsync(GoErrorCodes.DigestMismatch);
        Assert.Equal(3, Mirror.Count(path));
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"url\":\"x\",\"sha256\":\"00\"}")]
    public async Task A_partial_whose_note_is_damaged_or_about_another_file_is_not_used(string note)
    {
        var path = await LeavePartialAsync(1_000_000);
        await File.WriteAllTextAsync(Path.Combine(Downloads, FileName + ".partial.json"), note, Cancel);

        AssertDelivered(await DeliverAsync());

        Assert.Null(Mirror.Requests.Last(r => r.Path == path).RangeStart);
    }

    [Fact]
    public async Task A_partial_that_is_complete_needs_no_request()
    {
        var path = await LeavePartialAsync(1_000_000);
        await File.WriteAllBytesAsync(Path.Combine(Downloads, FileName + ".partial"), Archive, Cancel);

        AssertDelivered(await DeliverAsync());

        Assert.Equal(1, Mirror.Count(path));
    }

    private async Task<string> LeavePartialAsync(long bytes)
    {
        var path = Mirror.AddRelease("1.24.4", Archive);
        Mirror.Fail(path, new MirrorFault { CutAfter = bytes, Times = 1 });
        await FailAsync(GoErrorCodes.SourceUnavailable, Source(s_impatient));
        Assert.Equal(bytes, new FileInfo(Path.Combine(Downloads, FileName + ".partial")).Length);
        return path;
    }

    private async Task FlipAsync(string name, long at)
    {
        await using var file = File.Open(Path.Combine(Downloads, name), FileMode.Open);
        file.Position = at;
        var old = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)~old);
    }
}
