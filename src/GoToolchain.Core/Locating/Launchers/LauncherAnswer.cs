namespace GoToolchain.Locating.Launchers;

/// <summary>What a <c>go</c> without a GOROOT is.</summary>
/// <param name="Verdict">One that stands for it.</param>
/// <param name="Reason">In words: one sentence.</param>
/// <param name="LeadsTo">The GOROOT or program that it starts; null when its files do not tell.</param>
internal sealed record LauncherAnswer(GoVerdict Verdict, string Reason, string? LeadsTo = null);
