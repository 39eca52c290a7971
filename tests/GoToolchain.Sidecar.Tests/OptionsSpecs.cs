namespace GoToolchain.Sidecar.Tests;

public sealed class OptionsSpecs
{
    public static TheoryData<string, Action<GoSidecarHostOptions>> Wrong { get; } =
        new()
        {
            { "ReadyTimeout", o => o.ReadyTimeout = TimeSpan.FromSeconds(-1) },
            { "StopTimeout", o => o.StopTimeout = TimeSpan.MaxValue },
            { "LivenessInterval", o => o.LivenessInterval = TimeSpan.Zero },
            { "LivenessFailures", o => o.LivenessFailures = 0 },
            { "MaxRestarts", o => o.MaxRestarts = -1 },
            { "Endpoint", o => o.Endpoint = null! },
            { "WorkingDirectory", o => o.WorkingDirectory = "here" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_makes_no_sense_is_refused_with_its_name(string option, Action<GoSidecarHostOptions> change)
    {
        var options = new GoSidecarHostOptions();
        change(options);

        var e = Assert.Throws<GoSidecarException>(() => new GoSidecarHost("agent", options).Dispose());

        Assert.Equal(GoSidecarErrorCodes.InvalidOptions, e.Code);
        Assert.Contains($"make no sense: {option} is ", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public void A_port_has_a_number_that_ports_have(int port) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GoSidecarEndpoint.Tcp(port));

    [Fact]
    public void A_line_with_a_port_needs_a_group_for_it() =>
        Assert.Throws<ArgumentException>(() => GoSidecarEndpoint.TcpFromLine("listening"));
}
