using GoToolchain.Environments;

namespace GoToolchain.Health.Checks.Running.Users;

/// <summary>The settings that the user has given to Go, in the environment and in files; read once for an examination.</summary>
internal static class UserSettings
{
    /// <summary>Those of an examination.</summary>
    /// <param name="context">The examination.</param>
    public static GoConfiguration Of(HealthContext context) => context.Share(c => GoConfiguration.Read(c.Host, c.Subject));
}
