namespace GoToolchain.Sources;

/// <summary>
/// A source that serves the very archives that Go releases, under their names. It can be asked for one by name and digest, without its index.
/// </summary>
internal interface IArchiveSource : IGoSource;
