namespace GoToolchain.Locating.Launchers;

/// <summary>One kind of program or script that starts a Go which is somewhere else.</summary>
internal interface ILauncher
{
    /// <summary>What it starts.</summary>
    /// <param name="file">The file.</param>
    /// <param name="search">Where version managers keep what they start, and what chooses a version.</param>
    /// <returns>Null when it is not of this kind.</returns>
    /// <exception cref="GoToolchainException"><c>GOTC1002</c>: the file that chooses its version cannot be understood.</exception>
    LauncherAnswer? Explain(LauncherFile file, LauncherSearch search);
}
