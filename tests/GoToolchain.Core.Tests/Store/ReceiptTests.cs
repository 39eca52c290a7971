using System.Text;
using GoToolchain.Fixtures;
using GoToolchain.Store;

namespace GoToolchain.Core.Tests.Store;

public sealed class ReceiptTests : IDisposable
{
    private readonly ScratchDirectory _directory = new();

    [Theory]
    [InlineData(GoTrust.Unverified, "unverified")]
    [InlineData(GoTrust.FeedChecksum, "feed-checksum")]
    [InlineData(GoTrust.Pinned, "pinned")]
    [InlineData(GoTrust.Signed, "signed")]
    [InlineData(GoTrust.LogProved, "log-proved")]
    public void All_of_it_is_read_back_and_trust_is_written_in_words(GoTrust trust, string word)
    {
        var receipt = new Receipt
        {
            Toolchain = "go1.24.4.linux-amd64",
            Version = "1.24.4",
            Platform = "linux/amd64",
            Source = "apt",
            From = "somewhere",
            VouchedBy = "somebody",
            Trust = trust,
            ArchiveSha256 = new string('a', 64),
            IsLean = true,
            InstalledAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Files = 1,
            Bytes = 2,
        };
        // A member that is added has to be given a value here, else nobody would see that it is not read.
        Assert.All(
            typeof(Receipt).GetProperties().Where(p => p.Name != nameof(Receipt.Trust)),
            p => Assert.NotEqual(p.PropertyType.IsValueType ? Activator.CreateInstance(p.PropertyType) : null, p.GetValue(receipt))
        );
        var json = receipt.ToJson();
        Assert.Contains($"\"trust\": \"{word}\"", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        File.WriteAllBytes(_directory["receipt.json"], json);
        Assert.Equal(receipt, Receipt.Read(_directory["receipt.json"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"schemaVersion\":1}")]
    [InlineData("{\"schemaVersion\":2")]
    [InlineData(
        "{\"toolchain\":\"t\",\"version\":\"1\",\"platform\":\"p\",\"source\":\"s\",\"from\":\"f\",\"vouchedBy\":\"v\",\"trust\":\"sacred\",\"installedAt\":\"2026-01-02T03:04:05+00:00\",\"files\":1,\"bytes\":2}"
    )]
    [InlineData(
        "{\"toolchain\":\"t\",\"version\":\"1\",\"platform\":\"p\",\"source\":\"s\",\"from\":\"f\",\"vouchedBy\":\"v\",\"trust\":\"signed\",\"installedAt\":\"yesterday\",\"files\":1,\"bytes\":2}"
    )]
    [InlineData(
        "{\"toolchain\":\"t\",\"version\":\"1\",\"platform\":\"p\",\"source\":\"s\",\"from\":\"f\",\"vouchedBy\":\"v\",\"trust\":\"signed\",\"installedAt\":\"2026-01-02T03:04:05+00:00\",\"files\":99999999999,\"bytes\":2}"
    )]
    [InlineData(
        "{\"toolchain\":\"t\",\"version\":\"1\",\"platform\":\"p\",\"source\":\"s\",\"from\":\"f\",\"vouchedBy\":\"v\",\"trust\":\"signed\",\"installedAt\":\"2026-01-02T03:04:05+00:00\",\"files\":1.5,\"bytes\":2}"
    )]
    [InlineData(
        "{\"toolchain\":\"t\",\"version\":\"1\",\"platform\":\"p\",\"source\":\"s\",\"from\":\"f\",\"vouchedBy\":\"v\",\"trust\":\"signed\",\"installedAt\":\"2026-01-02T03:04:05+00:00\",\"files\":\"1\",\"bytes\":2}"
    )]
    public void A_damaged_receipt_vouches_for_nothing(string text) =>
        Assert.Null(Receipt.Read(_directory.CreateFile("receipt.json", text)));

    public void Dispose() => _directory.Dispose();
}
