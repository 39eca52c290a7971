namespace GoToolchain.MSBuild.Testing;

/// <summary>One line of <c>go test -json</c> (<c>go doc test2json</c>). Names are Go's.</summary>
internal sealed record GoTestEvent
{
    public string Action { get; set; } = "";
    public string Package { get; set; } = "";
    public string Test { get; set; } = "";

    /// <summary>Seconds.</summary>
    public double Elapsed { get; set; }
    public string Output { get; set; } = "";

    /// <summary>From Go 1.26 on: <c>frame</c>, <c>error</c>, <c>error-continue</c>.</summary>
    public string OutputType { get; set; } = "";

    /// <summary>From Go 1.24 on, the build that failed and with it the package.</summary>
    public string FailedBuild { get; set; } = "";
}
