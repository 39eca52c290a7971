using System.Security.Cryptography;
using System.Text;
using GoToolchain.Environments;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Is GOSUMDB a checksum database that Go accepts? (cmd/go/internal/modfetch, <c>dbDial</c>; golang.org/x/mod/sumdb/note)</summary>
internal sealed class ChecksumDatabaseCheck : SurroundingCheck
{
    private const byte Ed25519 = 1;

    public override string Id => "env.sumdb";

    public override string Title => "GOSUMDB is a checksum database";

    protected override string Ran => "read GOSUMDB";

    protected override string Expected => "off, sum.golang.org, or NAME+HASH+KEY with at most a URL behind it";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        if (SetVariable.Find(surroundings, "GOSUMDB") is { } database)
        {
            if (Problem(database.Value) is { } problem)
            {
                yield return database.Finding(
                    GoErrorCodes.InvalidChecksumDatabase,
                    $"{problem}: no module that go.sum does not know can be fetched",
                    $"Use sum.golang.org, or off. {database.Cure}"
                );
            }
        }
        else if (surroundings.Go.Find("GOSUMDB") is { Value: "", Place: { } place } && surroundings.Values.Of("GOSUMDB").Length == 0)
        {
            yield return new HealthFinding(
                GoErrorCodes.InvalidChecksumDatabase,
                $"{place} sets GOSUMDB to nothing, which hides Go's own default: no module that go.sum does not know can be fetched.",
                $"Remove the line {place}."
            )
            {
                Place = place,
                Fix = GoEnvFileFix.Unset(context.Host, surroundings.Go.UserFile, "GOSUMDB"),
            };
        }
    }

    private static string? Problem(string value)
    {
        var fields = value.Split((char[])[' ', '\t', '\n', '\r', '\v', '\f'], StringSplitOptions.RemoveEmptyEntries);
        return fields switch
        {
            ["off"] when value == "off" => null,
            [] => "which holds no name",
            { Length: > 2 } => "which has more than a name and a URL",
            ["sum.golang.org" or "sum.golang.google.cn", ..] => null,
            [var key, ..] when IsVerifier(key) => null,
            [var word, ..] => $"and `{word}` is neither a known name nor the key of a database",
        };
    }

    // `name+hash+key`: the hash is that of name and key, the key begins with its algorithm.
    private static bool IsVerifier(string text)
    {
        var parts = text.Split('+', 3);
        var key = new byte[64];
        if (
            parts is not [{ Length: > 0 } name, { Length: 8 } hash, var encoded]
            || !Convert.TryFromBase64String(encoded, key, out var length)
            || length != 33
            || key[0] != Ed25519
        )
        {
            return false;
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes(name + "\n"), .. key[..length]];
        return Convert.ToHexString(SHA256.HashData(signed).AsSpan(0, 4)).Equals(hash, StringComparison.OrdinalIgnoreCase);
    }
}
