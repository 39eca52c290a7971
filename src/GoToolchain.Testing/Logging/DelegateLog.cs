namespace GoToolchain.Testing.Logging;

internal sealed class DelegateLog(Action<string> writeLine) : IGoTestLog
{
    public void WriteLine(string line) => writeLine(line);
}
