using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Testing;
using GoToolchain.Verification.Logs;
using GoToolchain.Verification.Notes;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Core.Tests.Verification.Logs;

/// <summary>A log with a few modules that are looked up, and a store that remembers it.</summary>
public abstract class LogTest : IAsyncDisposable
{
    protected const string Module = "example.com/m";

    protected FakeGoMirror Mirror { get; } = new();

    protected ScratchDirectory Scratch { get; } = new();

    private protected RecordedLog Log { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected string Kept => Scratch["store/sumdb/fake.sum.test"];

    protected LogTest() => Log = new RecordedLog(Mirror);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Log.Dispose();
        await Mirror.DisposeAsync();
        Scratch.Dispose();
    }

    protected void Add(string version) => Mirror.Database.Add(Module, version, "h1:zip-of-" + version, "h1:mod-of-" + version);

    private protected ChecksumDatabase Database(string store = "store", ILogPlace? place = null)
    {
        Assert.True(NoteVerifier.TryParse(Mirror.Database.VerifierKey, out var verifier, out _));
        var cache = new LogCache(
            new StoreLayout(Scratch[store]),
            verifier.Name,
            SandboxMachine.In(Scratch),
            TimeSpan.FromMinutes(1),
            NullLogger.Instance
        );
        return new ChecksumDatabase(verifier, cache, _ => Task.FromResult(place ?? Log));
    }

    private protected async Task<string?> LookUpAsync(string version, string store = "store", ILogPlace? place = null) =>
        (await Database(store, place).LookupAsync(Module, version, Cancel)).Record.HashOf(Module, version);

    private protected async Task<GoToolchainException> FailAsync(GoErrorCode code, string version, string store = "store")
    {
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => LookUpAsync(version, store));
        Assert.True(code == error.Code, $"{error.Code}: {error.Message}");
        Assert.NotNull(error.NextStep);
        return error;
    }
}
