using System.Runtime.InteropServices;

namespace SharedLibrary;

/// <summary>The exports of <c>libcalc/exports.go</c>, one line each. Nobody but <see cref="Calc"/> calls them.</summary>
internal static unsafe partial class Native
{
    private const string Library = "calc";

    [LibraryImport(Library, EntryPoint = "calc_free")]
    internal static partial void Free(byte* pointer);

    [LibraryImport(Library, EntryPoint = "calc_greet")]
    internal static partial byte* Greet(byte* name, int length);

    [LibraryImport(Library, EntryPoint = "calc_summarize")]
    internal static partial byte* Summarize(Sample* samples, int count, Summary* summary);

    [LibraryImport(Library, EntryPoint = "calc_primes")]
    internal static partial byte* Primes(int limit, delegate* unmanaged[Cdecl]<void*, int, int> progress, void* state, int* found);
}
