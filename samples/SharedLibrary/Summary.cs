using System.Runtime.InteropServices;

namespace SharedLibrary;

/// <summary>What Go says of samples. Laid out as <c>calc_summary</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Summary(long Count, double Mean, double Min, double Max);
