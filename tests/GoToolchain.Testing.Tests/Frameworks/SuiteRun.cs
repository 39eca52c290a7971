using GoToolchain.Engineering;

namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>How a run of a suite ended.</summary>
/// <param name="ExitCode">The exit code of <c>dotnet test</c>.</param>
/// <param name="Report">What the report of the run says.</param>
/// <param name="Output">For the message of an assertion.</param>
/// <param name="Trx">The report, as it is.</param>
/// <param name="Attachments">The files that the run left beside its report.</param>
internal sealed record SuiteRun(int ExitCode, TestReport Report, string Output, string Trx, IReadOnlyList<string> Attachments);
