using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>What this process, and its children that have ended, have used of the processors.</summary>
internal static partial class ProcessorTime
{
    // getrusage(2): of all children that have ended and were waited for.
    private const int Children = -1;

    /// <summary>So far. On Windows without children.</summary>
    public static TimeSpan Used
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return self.TotalProcessorTime + OfChildren();
        }
    }

    private static TimeSpan OfChildren()
    {
        if (OperatingSystem.IsWindows() || GetUsage(Children, out var usage) != 0)
        {
            return TimeSpan.Zero;
        }

        return usage.User.ToTimeSpan() + usage.System.ToTimeSpan();
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        private readonly long _seconds;
        private readonly long _microseconds;

        public TimeSpan ToTimeSpan() => TimeSpan.FromSeconds(_seconds) + TimeSpan.FromMicroseconds(_microseconds & 0xffffffff);
    }

    // struct rusage of 64-bit systems: two times, then fourteen numbers that are of no interest here.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private readonly struct Usage
    {
        public readonly Time User;
        public readonly Time System;
    }
}
