using CsCheck;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Core.Tests.Store;

public class ManifestTests
{
    private static readonly Gen<ManifestEntry> s_entry = Gen.Select(
        Gen.String[Gen.Char.AlphaNumeric, 1, 40],
        Gen.Long[0, long.MaxValue],
        Gen.Int[0, 0xFFF],
        Gen.Byte.Array[32],
        (path, size, mode, digest) => new ManifestEntry(path, size, (UnixFileMode)mode, new Sha256Digest(digest))
    );

    [Fact]
    public void What_is_written_is_read_back_in_order_of_path() =>
        s_entry
            .List[0, 50]
            .Sample(entries =>
            {
                var manifest = Manifest.Parse(new Manifest(entries).ToBytes());
                Assert.Equal(entries.OrderBy(e => e.Path, StringComparer.Ordinal), manifest!.Entries);
            });

    [Fact]
    public void A_manifest_that_was_cut_off_anywhere_is_not_read_as_a_shorter_one() =>
        s_entry
            .List[1, 10]
            .Sample(entries =>
            {
                var bytes = new Manifest(entries.DistinctBy(e => e.Path)).ToBytes();
                for (var length = 0; length < bytes.Length; length++)
                {
                    Assert.Null(Manifest.Parse(bytes.AsSpan(0, length)));
                }
            });

    [Fact]
    public void No_bytes_make_it_throw() => Gen.Byte.Array[0, 400].Sample(bytes => Manifest.Parse([.. "GOTCMAN1"u8, .. bytes]));

    [Fact]
    public void A_missing_file_is_no_manifest() => Assert.Null(Manifest.Read("/nonexistent/manifest.bin"));
}
