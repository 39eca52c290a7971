namespace GoToolchain.Testing;

/// <summary>
/// What the kit tells the test that it works for, and asks of it: the one seam between this package and a test framework. Its members are called
/// from any thread, also when the test is over.
/// </summary>
public interface IGoTestLog
{
    /// <summary>Takes one line for people: what a sidecar prints, where a workspace is kept.</summary>
    /// <param name="line">Without its end.</param>
    void WriteLine(string line);

    /// <summary>
    /// Whether the test that this log belongs to has failed; null: the framework does not know (yet). A workspace asks it when it is disposed
    /// (<see cref="GoWorkspaceKeep.OnFailure"/>).
    /// </summary>
    bool? TestFailed => null;

    /// <summary>Attaches a file to the result of the test. Default: nothing, for the line that tells the path came before.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="description">What it is, in a few words.</param>
    void Attach(string path, string description) { }
}
