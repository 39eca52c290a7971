#if XUNIT_V3
using Xunit.v3;

namespace GoToolchain.Testing.Xunit.Running;

/// <summary>xunit v3 takes a test that throws a message with this beginning for skipped (its <c>DynamicSkipToken</c>).</summary>
internal sealed class GoTestSkippedException(string reason) : Exception(DynamicSkipToken.Value + reason);
#endif
