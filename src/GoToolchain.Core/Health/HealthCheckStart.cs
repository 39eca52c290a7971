namespace GoToolchain;

/// <summary>A check that has begun.</summary>
/// <param name="Id">Its stable name; see <see cref="HealthCheckResult.Id"/>.</param>
/// <param name="Title">What is checked, in a few words.</param>
/// <param name="Level">The level from which on it is done: those of <see cref="HealthLevel.Quick"/> end at once.</param>
public sealed record HealthCheckStart(string Id, string Title, HealthLevel Level);
