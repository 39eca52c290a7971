#if XUNIT_V3
using Xunit.Sdk;
using Xunit.v3;
#else
using Xunit.Abstractions;
using Xunit.Sdk;
#endif

namespace GoToolchain.Testing.Xunit.Logging;

/// <summary>Sends lines as diagnostic messages of the run, which runners show live.</summary>
internal sealed class DiagnosticLog(IMessageSink sink) : IGoTestLog
{
    public void WriteLine(string line) => sink.OnMessage(new DiagnosticMessage(line));
}
