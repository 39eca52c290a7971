using System.Buffers.Binary;
using System.Diagnostics;
using GoToolchain.Sidecar;

namespace GoToolchain.Benchmarks.Calls;

/// <summary>Sixteen bytes there, eight bytes back, with no protocol around them.</summary>
internal sealed class StreamCalls : ICallWay
{
    private readonly Stream _write;
    private readonly Stream _read;
    private readonly Func<ValueTask> _end;

    private StreamCalls(string name, Stream write, Stream read, Func<ValueTask> end) =>
        (Name, _write, _read, _end) = (name, write, read, end);

    public string Name { get; }

    public int Calls => 5_000;

    /// <summary>Over the standard streams of a process.</summary>
    public static StreamCalls OverPipes(string callee)
    {
        var process = Process.Start(
            new ProcessStartInfo(callee, ["-way", "pipe"]) { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
        return new StreamCalls(
            "stdin and stdout",
            process.StandardInput.BaseStream,
            process.StandardOutput.BaseStream,
            async () =>
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync();
                process.Dispose();
            }
        );
    }

    /// <summary>Over the endpoint of a sidecar.</summary>
    public static async Task<StreamCalls> OverSocketAsync(string name, GoSidecarHost sidecar)
    {
        var stream = await sidecar.ConnectAsync();
        return new StreamCalls(
            name,
            stream,
            stream,
            async () =>
            {
                await stream.DisposeAsync();
                await sidecar.DisposeAsync();
            }
        );
    }

    public async Task RunAsync(int calls)
    {
        var request = new byte[16];
        var answer = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(request.AsSpan(8), 1);
        for (var i = 0; i < calls; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(request, i);
            await _write.WriteAsync(request);
            await _write.FlushAsync();
            await _read.ReadExactlyAsync(answer);
            Check.Sum(i, BinaryPrimitives.ReadInt64LittleEndian(answer));
        }
    }

    public ValueTask DisposeAsync() => _end();
}
