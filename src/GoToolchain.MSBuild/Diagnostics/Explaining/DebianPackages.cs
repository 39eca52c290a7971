namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>
/// Which package has the header or library that cgo code asks for most often. Only names that Debian 10 to 13 and Ubuntu 20.04 to 24.04 share
/// (https://packages.debian.org, contents of packages).
/// </summary>
internal static class DebianPackages
{
    private static readonly Dictionary<string, string> s_headers = new(StringComparer.Ordinal)
    {
        ["assert.h"] = "libc6-dev",
        ["errno.h"] = "libc6-dev",
        ["pthread.h"] = "libc6-dev",
        ["stdio.h"] = "libc6-dev",
        ["stdlib.h"] = "libc6-dev",
        ["string.h"] = "libc6-dev",
        ["unistd.h"] = "libc6-dev",
        ["X11/Xlib.h"] = "libx11-dev",
        ["alsa/asoundlib.h"] = "libasound2-dev",
        ["bzlib.h"] = "libbz2-dev",
        ["git2.h"] = "libgit2-dev",
        ["jpeglib.h"] = "libjpeg-dev",
        ["ldap.h"] = "libldap2-dev",
        ["libusb-1.0/libusb.h"] = "libusb-1.0-0-dev",
        ["lz4.h"] = "liblz4-dev",
        ["lzma.h"] = "liblzma-dev",
        ["openssl/crypto.h"] = "libssl-dev",
        ["openssl/evp.h"] = "libssl-dev",
        ["openssl/ssl.h"] = "libssl-dev",
        ["pcap.h"] = "libpcap-dev",
        ["pcap/pcap.h"] = "libpcap-dev",
        ["png.h"] = "libpng-dev",
        ["security/pam_appl.h"] = "libpam0g-dev",
        ["sqlite3.h"] = "libsqlite3-dev",
        ["systemd/sd-journal.h"] = "libsystemd-dev",
        ["zlib.h"] = "zlib1g-dev",
        ["zstd.h"] = "libzstd-dev",
    };

    private static readonly Dictionary<string, string> s_libraries = new(StringComparer.Ordinal)
    {
        ["X11"] = "libx11-dev",
        ["asound"] = "libasound2-dev",
        ["bz2"] = "libbz2-dev",
        ["c"] = "libc6-dev",
        ["crypto"] = "libssl-dev",
        ["dl"] = "libc6-dev",
        ["git2"] = "libgit2-dev",
        ["jpeg"] = "libjpeg-dev",
        ["ldap"] = "libldap2-dev",
        ["lz4"] = "liblz4-dev",
        ["lzma"] = "liblzma-dev",
        ["m"] = "libc6-dev",
        ["pam"] = "libpam0g-dev",
        ["pcap"] = "libpcap-dev",
        ["png"] = "libpng-dev",
        ["pthread"] = "libc6-dev",
        ["sqlite3"] = "libsqlite3-dev",
        ["ssl"] = "libssl-dev",
        ["systemd"] = "libsystemd-dev",
        ["usb-1.0"] = "libusb-1.0-0-dev",
        ["z"] = "zlib1g-dev",
        ["zstd"] = "libzstd-dev",
    };

    /// <summary>The package that has a header, as it is written between the brackets of <c>#include</c>, or null.</summary>
    public static string? OfHeader(string name) => s_headers.GetValueOrDefault(name);

    /// <summary>The package that has a library, as it is written behind <c>-l</c>, or null.</summary>
    public static string? OfLibrary(string name) => s_libraries.GetValueOrDefault(name);
}
