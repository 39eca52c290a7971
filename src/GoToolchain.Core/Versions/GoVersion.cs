namespace GoToolchain;

/// <summary>
/// A Go version: <c>1.24.4</c>, <c>go1.25rc1</c>, <c>1.21</c> (a language version from 1.21 on), <c>go1.22.1-vendor</c>, <c>devel go1.26-…</c>.
/// Parsing and ordering are those of Go's <c>go/version</c> and <c>internal/gover</c> packages; see https://go.dev/doc/toolchain.
/// </summary>
public sealed partial class GoVersion
{
    // Decimals stay text: Go compares them by length and then by text, so that no number is too big.
    private readonly Parts _parts;

    private GoVersion(Parts parts, string suffix, bool devel, string text) =>
        (_parts, VendorSuffix, IsDevel, Text) = (parts, suffix, devel, text);

    /// <summary>The text as it was written, with white space around it removed.</summary>
    public string Text { get; }

    /// <summary>The major number as text: <c>1</c>; <c>0</c> of a development version that names no line.</summary>
    public string Major => _parts.Major;

    /// <summary>The minor number as text: <c>24</c> of 1.24.4; empty when the version has none.</summary>
    public string Minor => _parts.Minor;

    /// <summary>The patch number as text: <c>4</c> of 1.24.4; empty when the version has none.</summary>
    public string Patch => _parts.Patch;

    /// <summary>
    /// What a vendor appended after <c>-</c>, a space or a tab, without that separator; empty when there is none. Whatever a file name should not
    /// hold is replaced by <c>_</c>: <c>X_boringcrypto</c> for <c>go1.22.1 X:boringcrypto</c>. A development version has <c>devel_</c> and its
    /// revision here. It takes no part in the order.
    /// </summary>
    public string VendorSuffix { get; }

    /// <summary>
    /// Built from Go's development tree (<c>devel go1.26-…</c>, <c>go1.26-devel_…</c>). As in the go command itself (cmd/go/internal/gover,
    /// <c>Local</c>) it counts as the language version that it names: older than the first release candidate of that line.
    /// </summary>
    public bool IsDevel { get; }

    /// <summary>An alpha, beta or release candidate, or a development version.</summary>
    public bool IsPrerelease => IsDevel || _parts.Kind.Length > 0;

    /// <summary>
    /// Only names a language line (<c>1.21</c>): from 1.21 on there is no toolchain of such a name. Up to 1.20 <c>1.20</c> is both.
    /// </summary>
    public bool IsLanguageVersion => !IsDevel && NamesOnlyALine && !PatchDefaultsToZero;

    /// <summary>The language line: <c>1.21</c> of 1.21.3, without a <c>go</c> prefix; <c>1</c> of 1.0.3, as in Go's <c>version.Lang</c>.</summary>
    public string Line => Major == "1" && OrZero(Minor) == "0" ? Major : $"{Major}.{OrZero(Minor)}";

    /// <summary>
    /// The name that Go gives to the toolchain: <c>go1.24.4</c>, <c>go1.20</c> (no <c>.0</c> up to 1.20), <c>go1.21.0</c>. The name of a language
    /// version is that of its first release. A vendor suffix is kept after <c>-</c>. Always a plain file name.
    /// </summary>
    public string ToolchainName
    {
        get
        {
            var number =
                !(NamesOnlyALine || Patch == "0") || _parts.Kind.Length > 0 ? Number
                : PatchDefaultsToZero || (IsDevel && NamesOnlyALine) ? Line
                : Line + ".0";
            return VendorSuffix.Length == 0 ? "go" + number : $"go{number}-{VendorSuffix}";
        }
    }

    /// <summary>The version without prefix and vendor suffix: <c>1.24.4</c>, <c>1.21</c>, <c>1.25rc1</c>.</summary>
    internal string Number
    {
        get
        {
            var minor = Minor.Length == 0 ? "" : "." + Minor;
            var patch = Patch.Length == 0 ? "" : "." + Patch;
            return $"{Major}{minor}{patch}{_parts.Kind}{_parts.Pre}";
        }
    }

    /// <summary>No patch number and no kind: <c>1.24</c>, <c>1.20</c>, <c>1</c>.</summary>
    internal bool NamesOnlyALine => Patch.Length == 0 && _parts.Kind.Length == 0;

    /// <summary>The version without the prefix <c>go</c>, as Go's own tools print it after it: <c>1.24.4</c>.</summary>
    public override string ToString() => Text.StartsWith("go", StringComparison.Ordinal) ? Text[2..] : Text;
}
