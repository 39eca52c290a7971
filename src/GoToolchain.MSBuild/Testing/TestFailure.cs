using GoToolchain.MSBuild.Diagnostics;

namespace GoToolchain.MSBuild.Testing;

/// <summary>One thing that went wrong in a run.</summary>
/// <param name="Package">In which package.</param>
/// <param name="Test">In which test; null: in the test program outside of its tests.</param>
/// <param name="Diagnostic">The error.</param>
internal sealed record TestFailure(PackageResult Package, TestResult? Test, GoDiagnostic Diagnostic);
