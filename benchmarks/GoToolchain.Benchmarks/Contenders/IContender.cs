namespace GoToolchain.Benchmarks.Contenders;

/// <summary>One way to do a job that is measured against others.</summary>
internal interface IContender
{
    /// <summary>For the table.</summary>
    string Name { get; }

    /// <summary>Makes ready for one run. Not measured.</summary>
    void Prepare();

    /// <summary>Does the job once. Measured. Throws when the job was not really done.</summary>
    Task RunAsync();

    /// <summary>Checks that the job was really done, and removes what it left. Not measured.</summary>
    void Finish();
}
