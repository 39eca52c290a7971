namespace GoToolchain.Execution.CCompilers;

/// <summary>How software is installed on a system.</summary>
internal enum PackageManager
{
    Unknown,
    Apt,
    Dnf,
    Pacman,
    Apk,
    Zypper,
    Xbps,
    Homebrew,
    WinGet,
}
