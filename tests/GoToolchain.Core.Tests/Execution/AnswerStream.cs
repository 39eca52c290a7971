using System.Text;

namespace GoToolchain.Core.Tests.Execution;

/// <summary>An input that has nothing to read until the program has been heard.</summary>
internal sealed class AnswerStream(Task heard, string answer) : MemoryStream(Encoding.UTF8.GetBytes(answer))
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await heard.WaitAsync(cancellationToken);
        return await base.ReadAsync(buffer, cancellationToken);
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        await heard.WaitAsync(cancellationToken);
        await base.CopyToAsync(destination, bufferSize, cancellationToken);
    }
}
