namespace Microsoft.Build.Framework;

/// <summary>
/// Tells MSBuild 18 and newer that a task may run in the entry process under <c>-mt</c>. MSBuild looks for this name, not for this type,
/// so older versions, which have no such attribute, can load the same assembly (dotnet/msbuild documentation/specs/multithreading/thread-safe-tasks.md).
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
