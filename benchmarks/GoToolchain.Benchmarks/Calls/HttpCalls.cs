using System.Buffers.Binary;
using System.Net;
using GoToolchain.Sidecar;

namespace GoToolchain.Benchmarks.Calls;

/// <summary>A POST with sixteen bytes, and eight bytes as the answer.</summary>
internal sealed class HttpCalls(string name, GoSidecarHost sidecar, Version version) : ICallWay
{
    private readonly HttpClient _client = sidecar.CreateClient();

    public string Name => name;

    public int Calls => 2_000;

    public async Task RunAsync(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            var numbers = new byte[16];
            BinaryPrimitives.WriteInt64LittleEndian(numbers, i);
            BinaryPrimitives.WriteInt64LittleEndian(numbers.AsSpan(8), 1);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/add")
            {
                Content = new ByteArrayContent(numbers),
                Version = version,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using var answer = await _client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            Check.Sum(i, BinaryPrimitives.ReadInt64LittleEndian(await answer.Content.ReadAsByteArrayAsync()));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await sidecar.DisposeAsync();
    }
}
