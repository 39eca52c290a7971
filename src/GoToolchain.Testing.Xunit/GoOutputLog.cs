#if XUNIT_V3
using Xunit;
using Xunit.v3;
#else
using Xunit.Abstractions;
#endif

namespace GoToolchain.Testing.Xunit;

/// <summary>
/// The log of the running test: lines go to its output. Under xunit v3 it knows whether the test has failed, and attaches files to its result.
/// </summary>
public sealed class GoOutputLog : IGoTestLog
{
#if XUNIT_V3
    private readonly ITestContext _context = TestContext.Current;

    /// <summary>The log of the test that runs now.</summary>
    public GoOutputLog() { }

    /// <inheritdoc/>
    public bool? TestFailed => _context.TestState?.Result is { } result ? result == TestResult.Failed : null;

    /// <inheritdoc/>
    public void WriteLine(string line) => _context.TestOutputHelper?.WriteLine(line);

    /// <inheritdoc/>
    public void Attach(string path, string description)
    {
        // xunit names the file after this name and the media type: with the extension in the name, it would be `workspace.zip.bin`.
        var (name, mediaType) = Path.GetExtension(path) switch
        {
            ".zip" => (Path.GetFileNameWithoutExtension(path), "application/zip"),
            ".txt" => (Path.GetFileNameWithoutExtension(path), "text/plain"),
            _ => (Path.GetFileName(path), "application/octet-stream"),
        };
        _context.AddAttachment(name, File.ReadAllBytes(path), mediaType: mediaType);
    }
#else
    private readonly ITestOutputHelper _output;

    /// <summary>The log of a test.</summary>
    /// <param name="output">Given by xunit to the constructor of the test class.</param>
    public GoOutputLog(ITestOutputHelper output) => _output = output;

    /// <inheritdoc/>
    public void WriteLine(string line)
    {
        try
        {
            _output.WriteLine(line);
        }
        catch (InvalidOperationException)
        {
            // xunit refuses output after the end of the test; a sidecar that still talks must not break another one.
        }
    }
#endif
}
