using System.Security.Cryptography;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>SHA-256, and nothing else.</summary>
/// <param name="name">For the table.</param>
/// <param name="contents">What is hashed.</param>
internal sealed class HashAlone(string name, IReadOnlyList<byte[]> contents) : IContender
{
    public string Name => name;

    public void Prepare() { }

    public Task RunAsync()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var content in contents)
        {
            SHA256.HashData(content, hash);
        }

        return Task.CompletedTask;
    }

    public void Finish() { }
}
