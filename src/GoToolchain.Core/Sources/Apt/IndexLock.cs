using GoToolchain.Store;

namespace GoToolchain.Sources.Apt;

internal static class IndexLock
{
    public static async Task<IDisposable> AcquireAsync(StoreLayout layout, string name, TimeSpan timeout, CancellationToken cancel)
    {
        Directory.CreateDirectory(layout.Locks);
        var end = DateTime.UtcNow + timeout;
        while (true)
        {
            try
            {
                return new FileStream(layout.Lock(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                await Task.Delay(50, cancel).ConfigureAwait(false);
            }
        }
    }
}
