namespace GoToolchain;

/// <summary>Something that is wrong, or worth knowing, about how a file is linked.</summary>
/// <param name="Problem">What it is.</param>
/// <param name="Severity">What it means.</param>
/// <param name="Message">What is wrong and why: one or two full sentences.</param>
/// <param name="Cure">What to do: one or two full sentences; null when there is nothing to be done.</param>
/// <param name="Subject">The library, file or variable that it is about.</param>
public sealed record LinkageFinding(LinkageProblem Problem, LinkageSeverity Severity, string Message, string? Cure, string Subject);
