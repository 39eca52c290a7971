using CsCheck;

namespace GoToolchain.Core.Tests.Versions;

/// <summary>Versions for property-based tests: few numbers, so that equal and neighbouring ones meet often.</summary>
internal static class GoVersions
{
    private static readonly Gen<string> s_minor = Gen.OneOf("0", "1", "9", "19", "20", "21", "22", "24", "100");
    private static readonly Gen<string> s_patch = Gen.OneOf("", "", ".0", ".1", ".2", ".10");
    private static readonly Gen<string> s_kind = Gen.OneOf("", "", "", "alpha1", "beta1", "rc1", "rc2", "rc10", "rc");
    private static readonly Gen<string> s_suffix = Gen.OneOf("", "", "", "", "-vendor", "-devel_abc123", " X:boringcrypto", "-2~deb12u1");

    public static Gen<string> Texts { get; } =
        Gen.OneOf(
            Gen.Select(
                Gen.OneOf("", "go"),
                Gen.Frequency((9, Gen.Const("1")), (1, Gen.Const("2"))),
                s_minor,
                s_patch,
                s_kind,
                s_suffix,
                (prefix, major, minor, patch, kind, suffix) => $"{prefix}{major}.{minor}{patch}{kind}{suffix}"
            ),
            Gen.OneOf("1", "go1", "devel go1.26-abcdef Tue Nov 24", "devel +abcdef Tue Nov 24", "go1.26-devel_abcdef Tue Nov 24")
        );

    public static Gen<GoVersion> Any { get; } = Texts.Select(GoVersion.Parse);

    public static Gen<GoVersion> Releases { get; } = Any.Where(v => v is { IsLanguageVersion: false, IsPrerelease: false });
}
