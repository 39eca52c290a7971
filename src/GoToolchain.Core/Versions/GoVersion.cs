using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GoToolchain;

/// <summary>
/// A Go version: <c>1.24.4</c>, <c>go1.25rc1</c>, <c>1.21</c> (a language version from 1.21 on), <c>go1.22.1-vendor</c>, <c>devel go1.26-…</c>.
/// Parsing and ordering are those of Go's <c>go/version</c> and <c>internal/gover</c> packages; see https://go.dev/doc/toolchain.
/// </summary>
public sealed class GoVersion : IComparable<GoVersion>, IEquatable<GoVersion>
{
    // Decimals stay text: Go compares them by length and then by text, so that no number is too big.
    private readonly string _major;
    private readonly string _minor;
    private readonly string _patch;
    private readonly string _kind;
    private readonly string _pre;

    private GoVersion(string major, string minor, string patch, string kind, string pre, string suffix, bool devel, string text)
    {
        (_major, _minor, _patch, _kind, _pre) = (major, minor, patch, kind, pre);
        (VendorSuffix, IsDevel, Text) = (suffix, devel, text);
    }

    /// <summary>The text as it was written, with white space around it removed.</summary>
    public string Text { get; }

    /// <summary>The major number as text: <c>1</c>.</summary>
    public string Major => _major;

    /// <summary>The minor number as text: <c>24</c> of 1.24.4; empty when the version has none.</summary>
    public string Minor => _minor;

    /// <summary>The patch number as text: <c>4</c> of 1.24.4; empty when the version has none.</summary>
    public string Patch => _patch;

    /// <summary>What a vendor appended after <c>-</c>, a space or a tab, without that separator; empty when there is none. It takes no part in the order.</summary>
    public string VendorSuffix { get; }

    /// <summary>Built from Go's development tree (<c>devel …</c>). Such a version is newer than every release of the line it names.</summary>
    public bool IsDevel { get; }

    /// <summary>An alpha, beta or release candidate, or a development version.</summary>
    public bool IsPrerelease => IsDevel || _kind.Length > 0;

    /// <summary>
    /// Only names a language line (<c>1.21</c>): from 1.21 on there is no toolchain of such a name. Up to 1.20 <c>1.20</c> is both.
    /// </summary>
    public bool IsLanguageVersion => !IsDevel && _kind.Length == 0 && _patch.Length == 0 && !PatchDefaultsToZero(_minor);

    /// <summary>The language line: <c>1.21</c> of 1.21.3, without a <c>go</c> prefix.</summary>
    public string Line => _minor.Length == 0 ? _major : $"{_major}.{_minor}";

    /// <summary>
    /// The name that Go gives to the toolchain: <c>go1.24.4</c>, <c>go1.20</c> (no <c>.0</c> up to 1.20), <c>go1.21.0</c>. The name of a language
    /// version is that of its first release. A vendor suffix is kept after <c>-</c>.
    /// </summary>
    public string ToolchainName
    {
        get
        {
            if (IsDevel)
            {
                return Text.Replace(' ', '-');
            }

            var minor = _minor.Length == 0 ? "" : "." + _minor;
            var patch = _patch;
            if (_kind.Length == 0 && PatchDefaultsToZero(_minor) && patch == "0")
            {
                patch = "";
            }
            else if (IsLanguageVersion)
            {
                patch = "0";
            }

            var name = $"go{_major}{minor}{(patch.Length == 0 ? "" : "." + patch)}{_kind}{_pre}";
            return VendorSuffix.Length == 0 ? name : $"{name}-{VendorSuffix}";
        }
    }

    /// <summary>Parses a version, with or without the prefix <c>go</c>.</summary>
    /// <param name="text">For example <c>1.24.4</c>.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidVersion"/>: the text is not a Go version.</exception>
    public static GoVersion Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var version)
            ? version
            : throw new GoToolchainException(
                GoErrorCodes.InvalidVersion,
                $"`{Shorten(text)}` is not a Go version.",
                nextStep: "Write it like `1.24.4`, `go1.24.4` or `1.25rc1`."
            );
    }

    /// <summary>Parses a version, with or without the prefix <c>go</c>; never throws.</summary>
    /// <param name="text">For example <c>go1.24.4</c>.</param>
    /// <param name="version">The version.</param>
    /// <returns>False when the text is not a Go version.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out GoVersion? version)
    {
        version = null;
        if (text is null || text.Length > 200)
        {
            return false;
        }

        text = text.Trim();
        if (text.StartsWith("devel ", StringComparison.Ordinal))
        {
            return TryParseDevel(text, out version);
        }

        var rest = text.StartsWith("go", StringComparison.Ordinal) ? text[2..] : text;
        var suffix = "";
        var cut = rest.IndexOfAny(['-', ' ', '\t']);
        if (cut >= 0)
        {
            suffix = rest[(cut + 1)..].Trim();
            rest = rest[..cut];
        }

        if (!TrySplit(rest, out var parts))
        {
            return false;
        }

        version = new GoVersion(parts.Major, parts.Minor, parts.Patch, parts.Kind, parts.Pre, suffix, devel: false, text);
        return true;
    }

    /// <summary>Orders by Go's own rules. Zero does not mean equal text: <c>1.20</c> and <c>1.20.0</c> compare as the same.</summary>
    /// <param name="other">The other version; null is older than all.</param>
    public int CompareTo(GoVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = CompareDecimal(_major, other._major);
        order = order != 0 ? order : CompareDecimal(OrZero(_minor), OrZero(other._minor));
        order = order != 0 ? order : IsDevel.CompareTo(other.IsDevel);
        order = order != 0 ? order : ComparePatch(this, other);
        order = order != 0 ? order : string.CompareOrdinal(_kind, other._kind);
        return order != 0 ? order : CompareDecimal(_pre, other._pre);
    }

    /// <summary>The same version with the same vendor suffix; <c>go1.20</c>, <c>1.20</c> and <c>1.20.0</c> are equal.</summary>
    /// <param name="other">The other version.</param>
    public bool Equals(GoVersion? other) =>
        other is not null && CompareTo(other) == 0 && VendorSuffix == other.VendorSuffix && (!IsDevel || Text == other.Text);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GoVersion);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_major, OrZero(_minor), EffectivePatch(this), _kind, _pre, VendorSuffix, IsDevel);

    /// <summary>The version without the prefix <c>go</c>, as Go's own tools print it after it: <c>1.24.4</c>.</summary>
    public override string ToString() => Text.StartsWith("go", StringComparison.Ordinal) ? Text[2..] : Text;

    /// <summary>Equality as in <see cref="Equals(GoVersion)"/>.</summary>
    public static bool operator ==(GoVersion? left, GoVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality as in <see cref="Equals(GoVersion)"/>.</summary>
    public static bool operator !=(GoVersion? left, GoVersion? right) => !(left == right);

    /// <summary>Order as in <see cref="CompareTo"/>.</summary>
    public static bool operator <(GoVersion? left, GoVersion? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Order as in <see cref="CompareTo"/>.</summary>
    public static bool operator <=(GoVersion? left, GoVersion? right) => left is null || left.CompareTo(right) <= 0;

    /// <summary>Order as in <see cref="CompareTo"/>.</summary>
    public static bool operator >(GoVersion? left, GoVersion? right) => right < left;

    /// <summary>Order as in <see cref="CompareTo"/>.</summary>
    public static bool operator >=(GoVersion? left, GoVersion? right) => right <= left;

    // `devel go1.26-abcdef Tue …` (1.18 on), or `devel +abcdef Tue …` before, which names no line.
    private static bool TryParseDevel(string text, [NotNullWhen(true)] out GoVersion? version)
    {
        var word = text["devel ".Length..].TrimStart().Split([' ', '-', '\t'], 2)[0];
        var named =
            word.StartsWith("go", StringComparison.Ordinal) && TrySplit(word[2..], out var parts) ? parts : new Parts("0", "", "", "", "");
        version = new GoVersion(named.Major, named.Minor, "", "", "", "", devel: true, text);
        return true;
    }

    private readonly record struct Parts(string Major, string Minor, string Patch, string Kind, string Pre);

    // major[.minor[.patch]][kind[pre]], no leading zeros; see internal/gover/gover.go.
    private static bool TrySplit(string text, out Parts parts)
    {
        parts = default;
        if (!TakeDecimal(text, out var major, out var rest))
        {
            return false;
        }

        var (minor, patch) = ("", "");
        if (rest.StartsWith('.') && !TakeDecimal(rest[1..], out minor, out rest))
        {
            return false;
        }

        if (minor.Length > 0 && rest.StartsWith('.') && !TakeDecimal(rest[1..], out patch, out rest))
        {
            return false;
        }

        var letters = rest.TakeWhile(c => c is >= 'a' and <= 'z').Count();
        var kind = rest[..letters];
        var pre = rest[letters..];
        if (pre.Length > 0 && (kind.Length == 0 || !TakeDecimal(pre, out pre, out var more) || more.Length > 0))
        {
            return false;
        }

        if (kind.Length > 0 && minor.Length == 0)
        {
            return false;
        }

        parts = new Parts(major, minor, patch, kind, pre);
        return true;
    }

    private static bool TakeDecimal(string text, out string number, out string rest)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        (number, rest) = (text[..digits], text[digits..]);
        return digits == 1 || (digits > 1 && text[0] != '0');
    }

    // Up to 1.20 a missing patch is a zero, and a pre-release (1.20rc1) comes before it; from 1.21 on `1.21` comes before `1.21rc1`.
    private static bool PatchDefaultsToZero(string minor) => CompareDecimal(OrZero(minor), "21") < 0;

    private static string EffectivePatch(GoVersion version) =>
        version._patch.Length == 0 && version._kind.Length == 0 && PatchDefaultsToZero(version._minor) ? "0" : version._patch;

    private static int ComparePatch(GoVersion left, GoVersion right)
    {
        var (a, b) = (EffectivePatch(left), EffectivePatch(right));
        return CompareDecimal(a, b);
    }

    private static string OrZero(string number) => number.Length == 0 ? "0" : number;

    private static int CompareDecimal(string left, string right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);

    private static string Shorten(string text) => text.Length <= 60 ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..57]}…");
}
