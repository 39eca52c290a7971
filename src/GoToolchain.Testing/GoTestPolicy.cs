namespace GoToolchain.Testing;

/// <summary>
/// What happens when a test needs a Go. Decided by, in this order: the caller (<see cref="GoTestOptions.Policy"/>), the test assembly
/// (<see cref="GoTestPolicyAttribute"/>), the environment variable <c>GOTC_TESTING_POLICY</c>, and else the place: <see cref="Fail"/> on a CI
/// machine, <see cref="Provision"/> everywhere else.
/// </summary>
public enum GoTestPolicy
{
    /// <summary>A Go that is here is used; when there is none, it is installed. A test fails when that is not possible.</summary>
    Provision,

    /// <summary>A Go that is here is used; when there is none, tests are skipped, with the reason. Nothing is installed.</summary>
    Skip,

    /// <summary>A Go that is here is used; when there is none, tests fail, with the reason. Nothing is installed.</summary>
    Fail,
}
