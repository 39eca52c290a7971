#if XUNIT_V3
using System.Diagnostics.CodeAnalysis;
using Xunit.v3;

namespace GoToolchain.Testing.Xunit.Running;

/// <summary>xunit v3 takes a test that throws a message with this beginning for skipped (its <c>DynamicSkipToken</c>).</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Nobody catches it but xunit, which reads its message.")]
internal sealed class GoTestSkippedException(string reason) : Exception(DynamicSkipToken.Value + reason);
#endif
