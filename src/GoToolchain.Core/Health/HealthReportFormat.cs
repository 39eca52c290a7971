namespace GoToolchain;

/// <summary>What a report can be written as.</summary>
public enum HealthReportFormat
{
    /// <summary>Everything, for programs: one JSON document with <c>schemaVersion</c>, names in camelCase; docs/doctor.md shows it.</summary>
    Json,

    /// <summary>A table and a list of findings, for an issue or the summary of a CI run: GitHub Flavored Markdown.</summary>
    Markdown,

    /// <summary>JUnit XML, which CI systems show as tests: a suite for each area, a case for each check.</summary>
    JUnit,

    /// <summary>SARIF 2.1.0 (OASIS), which code scanning and editors show: a result for each finding.</summary>
    Sarif,
}
