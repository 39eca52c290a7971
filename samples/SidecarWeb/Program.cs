using GoToolchain.Sidecar;

var builder = WebApplication.CreateSlimBuilder(args);

// The program that the GoSidecar item of the project builds. It starts before this one listens, and ends after it.
builder.Services.AddGoSidecar(
    "agent",
    options =>
    {
        options.Ready.Add(GoSidecarProbe.Http("/health"));
        options.Liveness = GoSidecarProbe.Http("/health");
    }
);
builder.Services.AddHealthChecks().AddGoSidecar("agent");

// Every request of this client goes over the socket of the sidecar.
builder.Services.AddSingleton(services => services.GetRequiredService<GoSidecarHost>().CreateClient());

var app = builder.Build();
app.MapHealthChecks("/health");
app.MapGet(
    "/",
    (GoSidecarHost agent) => $"Try /identicon/your-name.png. The sidecar is {agent.State}, process {agent.Instance?.ProcessId}.\n"
);
app.MapGet(
    "/identicon/{name}.png",
    async (string name, HttpClient agent, CancellationToken cancel) =>
    {
        var png = await agent.GetByteArrayAsync(new Uri($"/identicon?name={Uri.EscapeDataString(name)}", UriKind.Relative), cancel);
        return Results.Bytes(png, "image/png");
    }
);
await app.RunAsync();
