using System.Text;

namespace GoToolchain.Core.Tests.Verification.Logs;

public sealed class ChecksumDatabaseTests : LogTest
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(254, 0)]
    [InlineData(255, 0)]
    [InlineData(255, 1)]
    [InlineData(256, 0)]
    [InlineData(300, 500)]
    [InlineData(65535, 0)]
    [InlineData(65535, 1)]
    [InlineData(3, 66000)]
    public async Task A_record_is_proved_in_a_log_of_any_size(int before, int after)
    {
        Mirror.Database.Grow(before);
        Add("v1.0.0");
        Mirror.Database.Grow(after);

        var found = await Database().LookupAsync(Module, "v1.0.0", Cancel);

        Assert.Equal("h1:zip-of-v1.0.0", found.Record.HashOf(Module, "v1.0.0"));
        Assert.Equal(before, found.Record.Id);
        Assert.Equal(before + 1 + after, found.Head.Size);
    }

    [Fact]
    public async Task A_log_that_grows_step_by_step_is_followed()
    {
        // One store for all: each head has to contain the one before.
        for (var i = 0; i < 30; i++)
        {
            Mirror.Database.Grow(i * i * 7 % 400);
            Add($"v1.0.{i}");
            Log.Forget();

            Assert.Equal($"h1:zip-of-v1.0.{i}", await LookUpAsync($"v1.0.{i}"));
        }

        Assert.Equal(Mirror.Database.Count, (await Database().LookupAsync(Module, "v1.0.0", Cancel)).Head.Size);
    }

    [Fact]
    public async Task Every_change_of_a_byte_of_an_answer_is_noticed()
    {
        Mirror.Database.Grow(600);
        Add("v1.0.0");
        Mirror.Database.Grow(300);
        Assert.NotNull(await LookUpAsync("v1.0.0", "first"));
        var answer = (await Log.ReadAsync($"lookup/{Module}@v1.0.0", 1 << 20, Cancel))!;
        for (var i = 0; i < answer.Length; i++)
        {
            await NoticedAsync("lookup/", i, i % 2 == 0 ? 1 : 0x20);
        }
    }

    [Fact]
    public async Task Every_change_of_a_byte_of_a_tile_is_noticed()
    {
        Mirror.Database.Grow(300);
        Add("v1.0.0");
        Mirror.Database.Grow(300);
        Assert.NotNull(await LookUpAsync("v1.0.0", "first"));
        var tiles = Log.Asked.Where(path => path.StartsWith("tile/", StringComparison.Ordinal)).Distinct().ToList();

        // The tile of the record, and those at the right edge of both levels.
        Assert.Equal(["tile/8/0/001", "tile/8/0/002.p/89", "tile/8/1/000.p/2"], tiles.Order());
        foreach (var tile in tiles)
        {
            var size = (await Log.ReadAsync(tile, 1 << 20, Cancel))!.Length;
            for (var i = 0; i < size; i += size > 1000 ? 61 : 7)
            {
                await NoticedAsync(tile, i, 1 << (i % 8));
            }
        }
    }

    [Fact]
    public async Task Another_key_believes_nothing()
    {
        Add("v1.0.0");
        await using var other = new GoToolchain.Testing.FakeGoMirror();
        other.Database.Add(Module, "v1.0.0", "h1:zip-of-v1.0.0", "h1:mod");
        using var log = new RecordedLog(other);

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => LookUpAsync("v1.0.0", place: log));

        Assert.Equal(GoErrorCodes.LogNotProved, error.Code);
    }

    [Fact]
    public async Task A_record_that_the_log_does_not_hold_is_not_believed_though_the_head_is_signed()
    {
        Add("v1.0.0");
        Add("v1.1.0");
        Log.Change = (path, bytes) =>
            path.StartsWith("lookup/", StringComparison.Ordinal)
                ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("h1:zip-of", "h1:another", StringComparison.Ordinal))
                : bytes;

        var error = await FailAsync(GoErrorCodes.LogNotProved, "v1.0.0");

        Assert.Contains("Its record 0 is not the one in its log", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Kept, $"lookup/{Module}@v1.0.0")));
    }

    [Fact]
    public async Task What_was_proved_once_is_proved_again_without_asking()
    {
        Mirror.Database.Grow(300);
        Add("v1.0.0");
        Mirror.Database.Grow(300);
        await LookUpAsync("v1.0.0");
        Log.Asked.Clear();

        Assert.Equal("h1:zip-of-v1.0.0", await LookUpAsync("v1.0.0"));
        Assert.Empty(Log.Asked);
    }

    [Fact]
    public async Task Damaged_tiles_and_answers_in_the_store_are_asked_for_again()
    {
        Mirror.Database.Grow(300);
        Add("v1.0.0");
        Mirror.Database.Grow(300);
        await LookUpAsync("v1.0.0");
        foreach (
            var file in Directory
                .GetFiles(Kept, "*", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith("latest", StringComparison.Ordinal))
        )
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancel);
            bytes[^1] ^= 1;
            await File.WriteAllBytesAsync(file, bytes, Cancel);
        }

        Assert.Equal("h1:zip-of-v1.0.0", await LookUpAsync("v1.0.0"));
        Log.Asked.Clear();
        Assert.Equal("h1:zip-of-v1.0.0", await LookUpAsync("v1.0.0"));
        Assert.Empty(Log.Asked);
    }

    [Fact]
    public async Task A_damaged_head_in_the_store_is_named_and_not_passed_over()
    {
        Add("v1.0.0");
        await LookUpAsync("v1.0.0");
        await File.AppendAllTextAsync(Path.Combine(Kept, "latest"), "x", Cancel);

        var error = await FailAsync(GoErrorCodes.LogNotProved, "v1.0.0");

        Assert.Equal(Path.Combine(Kept, "latest"), error.Place);
        Assert.Contains("remove the file", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_rewritten_is_noticed_and_both_heads_are_shown()
    {
        Add("v1.0.0");
        await LookUpAsync("v1.0.0");
        var before = await File.ReadAllTextAsync(Path.Combine(Kept, "latest"), Cancel);
        Mirror.Database.RewriteHistory();
        Add("v1.1.0");
        Log.Forget();

        var error = await FailAsync(GoErrorCodes.LogRewritten, "v1.1.0");

        Assert.Contains(before, error.Message, StringComparison.Ordinal);
        Assert.Contains("go.sum database tree\n2\n", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(Kept, "latest"), Cancel));
    }

    [Fact]
    public async Task A_log_of_the_same_size_and_another_root_is_noticed()
    {
        Add("v1.0.0");
        Add("v1.1.0");
        await LookUpAsync("v1.0.0");
        Mirror.Database.RewriteHistory();
        Log.Forget();

        await FailAsync(GoErrorCodes.LogRewritten, "v1.1.0");
    }

    [Fact]
    public async Task An_older_head_is_fine_when_the_newest_contains_it_and_does_not_replace_it()
    {
        Add("v1.0.0");
        Mirror.Database.Grow(700);
        var old = await Log.ReadAsync($"lookup/{Module}@v1.0.0", 1 << 20, Cancel);
        Log.Forget();
        Add("v1.1.0");
        await LookUpAsync("v1.1.0");
        Log.Change = (path, bytes) => path == $"lookup/{Module}@v1.0.0" ? old! : bytes;

        var found = await Database().LookupAsync(Module, "v1.0.0", Cancel);

        Assert.Equal(702, found.Head.Size);
        Assert.Contains("\n702\n", await File.ReadAllTextAsync(Path.Combine(Kept, "latest"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_without_a_record_is_said_to_have_none()
    {
        Add("v1.0.0");

        await FailAsync(GoErrorCodes.NotInLog, "v9.9.9");
    }

    [Fact]
    public async Task Eight_lookups_at_once_agree_on_the_newest_head()
    {
        for (var i = 0; i < 8; i++)
        {
            Mirror.Database.Grow(50);
            Add($"v1.0.{i}");
            await Log.ReadAsync($"lookup/{Module}@v1.0.{i}", 1 << 20, Cancel);
        }

        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => LookUpAsync($"v1.0.{i}")));

        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"h1:zip-of-v1.0.{i}"), found);
        Assert.Contains("\n408\n", await File.ReadAllTextAsync(Path.Combine(Kept, "latest"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_makes_no_proof_fail()
    {
        Add("v1.0.0");
        Scratch.CreateFile("store/sumdb", "a file where a directory has to be");

        Assert.Equal("h1:zip-of-v1.0.0", await LookUpAsync("v1.0.0"));
    }

    private async Task NoticedAsync(string path, int position, int bits)
    {
        Log.Change = (asked, bytes) =>
        {
            if (!asked.StartsWith(path, StringComparison.Ordinal))
            {
                return bytes;
            }

            byte[] changed = [.. bytes];
            changed[position] ^= (byte)bits;
            return changed;
        };
        // Nothing is remembered from the attempt before.
        var error = await Assert.ThrowsAsync<GoToolchainException>(() =>
            LookUpAsync("v1.0.0", $"{path.GetHashCode(StringComparison.Ordinal)}-{position}")
        );
        Assert.True(error.Code == GoErrorCodes.LogNotProved, $"{path} {position}: {error.Code} {error.Message}");
    }
}
