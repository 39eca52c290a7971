using System.Runtime.InteropServices;

namespace GoToolchain.Fixtures;

/// <summary>
/// Lets a test see permissions as an ordinary user does, even when root runs the tests, for whom every directory is readable.
/// </summary>
public static partial class OrdinaryUser
{
    private const uint Nobody = 65534;

    /// <summary>Runs something that only looks at files.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="look">Runs to its end on one thread.</param>
    public static T Look<T>(Func<T> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return look();
        }

        // On Linux the user that file permissions are checked for belongs to a thread (setfsuid(2)); it ends with this one.
        T result = default!;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            _ = setfsgid(Nobody);
            _ = setfsuid(Nobody);
            try
            {
                result = look();
            }
#pragma warning disable CA1031 // It is thrown again on the thread of the test.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result : throw new InvalidOperationException("The look failed.", failure);
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int setfsuid(uint user);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int setfsgid(uint group);
}
