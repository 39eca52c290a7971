namespace GoToolchain;

/// <summary>How thoroughly a Go is examined. Each level does all that the ones before it do.</summary>
public enum HealthLevel
{
    /// <summary>Files and settings are read. No process is started, nothing is written; takes milliseconds.</summary>
    Quick,

    /// <summary>Runs <c>go</c>: builds and runs programs, compares what the parts say about themselves; takes seconds.</summary>
    Standard,

    /// <summary>Compiles the whole standard library and compares every file with the manifest where there is one; takes minutes on a cold cache.</summary>
    Full,
}
