using GoToolchain.Verification.Notes;

namespace GoToolchain.Verification.Logs;

/// <summary>
/// What <c>GOSUMDB</c> says (cmd/go/internal/modfetch/sumdb.go): a name that is known, or a key; and behind a space an address, at which alone it is
/// asked then. GONOSUMDB and GOPRIVATE do not count for toolchains, in Go neither.
/// </summary>
/// <param name="Verifier">The key.</param>
/// <param name="Address">Where it is said to be; null: at its name, or where a module proxy has it.</param>
internal sealed record ChecksumDatabaseSetting(NoteVerifier Verifier, Uri? Address)
{
    public const string Default = "sum.golang.org";
    public const string Off = "off";

    // cmd/go/internal/modfetch/key.go
    private const string DefaultKey = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    // An alias for where sum.golang.org cannot be reached.
    private const string Alias = "sum.golang.google.cn";

    /// <summary>Where it is by its name.</summary>
    public Uri Direct => new($"https://{Verifier.Name}");

    /// <summary>Reads it.</summary>
    /// <param name="text">The value of the variable.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.LogDisabled"/>, or <see cref="GoErrorCodes.InvalidSetting"/>.</exception>
    public static ChecksumDatabaseSetting Parse(string text)
    {
        var words = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        words = words is [Alias] ? [Default, $"https://{Alias}"] : words;
        if (words is [Off])
        {
            throw new GoToolchainException(
                GoErrorCodes.LogDisabled,
                "The checksum database is switched off by GOSUMDB=off, so nothing would vouch for the bytes.",
                "GOSUMDB",
                "Unset GOSUMDB, or set it to `sum.golang.org`. The go command refuses to download a toolchain for the same reason."
            );
        }

        if (words.Length is 0 or > 2)
        {
            throw Refuse(text, "it is not a name or key, with or without an address behind it");
        }

        if (!NoteVerifier.TryParse(words[0] == Default ? DefaultKey : words[0], out var verifier, out var problem))
        {
            throw Refuse(text, problem);
        }

        if (!IsHost(verifier.Name))
        {
            throw Refuse(text, "the name in its key is not that of a host");
        }

        return words.Length == 1 ? new ChecksumDatabaseSetting(verifier, null)
            : Uri.TryCreate(words[1], UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "file"
                ? new ChecksumDatabaseSetting(verifier, address)
            : throw Refuse(text, "what stands behind the key is not an http, https or file URL");
    }

    private static bool IsHost(string name) =>
        name.Length > 0
        && char.IsAsciiLetterOrDigit(name[0])
        && !name.EndsWith('/')
        && !name.Contains("..", StringComparison.Ordinal)
        && Uri.TryCreate("https://" + name, UriKind.Absolute, out var url)
        && url is { UserInfo: "", Query: "", Fragment: "", Host.Length: > 0 };

    private static GoToolchainException Refuse(string text, string problem) =>
        new(
            GoErrorCodes.InvalidSetting,
            $"GOSUMDB is `{GoVersion.Shorten(text)}`, and that is no checksum database: {problem}.",
            "GOSUMDB",
            "Allowed is `sum.golang.org`, `sum.golang.google.cn`, or a key `NAME+HASH+KEY`, with an address behind it or without. Where it is set, `gotoolchain env explain` says."
        );
}
