using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// A resolver leads to the library; libc is where the system has it.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.System32)]

namespace SharedLibraryStress;

/// <summary>The exports of <c>libstress</c>.</summary>
internal static unsafe partial class Go
{
    private const string Library = "stress";

    [LibraryImport(Library, EntryPoint = "gotoolchain_bind")]
    internal static partial void Nothing();

    [LibraryImport(Library, EntryPoint = "stress_add")]
    internal static partial int Add(int a, int b);

    [LibraryImport(Library, EntryPoint = "stress_deep")]
    internal static partial int Deep(int n);

    [LibraryImport(Library, EntryPoint = "stress_spawn")]
    internal static partial int Spawn(int n);

    [LibraryImport(Library, EntryPoint = "stress_callback")]
    internal static partial int Callback(delegate* unmanaged[Cdecl]<int, int> function, int n);

    [LibraryImport(Library, EntryPoint = "stress_callback_elsewhere")]
    internal static partial int CallbackElsewhere(delegate* unmanaged[Cdecl]<int, int> function, int n);

    [LibraryImport(Library, EntryPoint = "stress_panic")]
    internal static partial int Panic(int n);

    [LibraryImport(Library, EntryPoint = "stress_collect")]
    internal static partial void Collect();

    [LibraryImport(Library, EntryPoint = "stress_blocked")]
    internal static partial int Blocked();

    [LibraryImport(Library, EntryPoint = "stress_storm_join")]
    internal static partial void JoinStorm();

    [LibraryImport(Library, EntryPoint = "stress_storm_start")]
    internal static partial long StartStorm(int microseconds);

    [LibraryImport(Library, EntryPoint = "stress_storm_count")]
    internal static partial long CountStorm();
}
