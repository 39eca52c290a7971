using System.Collections.Concurrent;
using GoToolchain.Testing;
using GoToolchain.Verification.Logs;

namespace GoToolchain.Core.Tests.Verification.Logs;

/// <summary>Asks the database of a mirror, and can change what it answers.</summary>
internal sealed class RecordedLog(FakeGoMirror mirror) : ILogPlace, IDisposable
{
    private readonly HttpClient _client = new();
    private readonly ConcurrentDictionary<string, byte[]?> _answers = new();

    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Changes an answer; null: leaves it as it is.</summary>
    public Func<string, byte[], byte[]>? Change { get; set; }

    public string Address => "the log of the test";

    public async Task<byte[]?> ReadAsync(string path, int maxBytes, CancellationToken cancel)
    {
        Asked.Enqueue(path);
        if (!_answers.TryGetValue(path, out var answer))
        {
            using var message = await _client.GetAsync(new Uri($"{mirror.Url}sumdb/{path}"), cancel);
            answer = _answers[path] = message.IsSuccessStatusCode ? await message.Content.ReadAsByteArrayAsync(cancel) : null;
        }

        return answer is null || Change is null ? answer : Change(path, answer);
    }

    /// <summary>The log has grown, or was rewritten.</summary>
    public void Forget() => _answers.Clear();

    public void Dispose() => _client.Dispose();
}
