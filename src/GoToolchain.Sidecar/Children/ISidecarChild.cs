namespace GoToolchain.Sidecar.Children;

/// <summary>A running process whose whole tree ends with it, and with this process, however this process ends.</summary>
internal interface ISidecarChild
{
    /// <summary>Its process id.</summary>
    int Id { get; }

    /// <summary>Whether something ends it when this process is killed.</summary>
    bool IsGuarded { get; }

    /// <summary>Its standard input.</summary>
    TextWriter Input { get; }

    /// <summary>Its exit code, or 128 and the number of the signal that ended it; complete when it has ended and its output is read.</summary>
    Task<int> Exited { get; }

    /// <summary>Asks it to end: SIGTERM, or Ctrl+C on Windows.</summary>
    void AskToEnd();

    /// <summary>Kills it, and nothing else.</summary>
    void Kill();

    /// <summary>Kills it and everything that it has started, and waits until nothing of it runs.</summary>
    Task EndTreeAsync();
}
