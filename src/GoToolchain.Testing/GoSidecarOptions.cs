namespace GoToolchain.Testing;

/// <summary>How a sidecar is built, started and ended.</summary>
public sealed record GoSidecarOptions
{
    /// <summary>What stands before its lines in the log. Default: the name of the program.</summary>
    public string? Name { get; init; }

    /// <summary>The <c>package main</c> that is built, as <c>go build</c> takes it. Default: the directory itself.</summary>
    public string Package { get; init; } = ".";

    /// <summary>More flags for <c>go build</c>, for example <c>-race</c>.</summary>
    public IReadOnlyList<string> BuildFlags { get; init; } = [];

    /// <summary>Its arguments; <c>{port}</c> in them stands for its port.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>
    /// Environment variables, besides those of the machine; a null value removes one. <c>{port}</c> in a value stands for its port. It also gets
    /// <c>GOTC_SIDECAR_ID</c>, by which what it starts is found again.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where it runs: absolute. Default: where its program lies.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>How it comes by a port; null: it needs none.</summary>
    public GoSidecarPort? Port { get; init; }

    /// <summary>When it is ready: when all of these hold. Default: as soon as it is started and its port, if it prints one, is known.</summary>
    public IReadOnlyList<GoReadiness> Ready { get; init; } = [];

    /// <summary>How long that may take. Default: 30 seconds.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it may take to end when it is asked to, before it is killed. Default: 10 seconds.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where its lines go. Default: to the log of the workspace that it is built in, else nowhere.</summary>
    public IGoTestLog? Log { get; init; }

    /// <summary>The machine, with the environment that it inherits. Default: that of the Go that builds it, else the real one.</summary>
    public HostMachine? Host { get; init; }
}
