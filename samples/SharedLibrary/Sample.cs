using System.Runtime.InteropServices;

namespace SharedLibrary;

/// <summary>A value and how often it counts. Laid out as <c>calc_sample</c>: Go reads an array of these where it lies.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Sample(double Value, int Weight);
