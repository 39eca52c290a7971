using TUnit.Core;
using TUnit.Core.Extensions;

namespace GoToolchain.Testing.TUnit.Running;

/// <summary>What happens before a test that needs a Go.</summary>
internal static class GoGate
{
    public static async Task EnterAsync(TestContext context)
    {
        var details = context.Metadata.TestDetails;
        var go = await GoTestGate
            .EnterAsync(
                details.MethodMetadata.GetReflectionInfo(),
                details.ClassType,
                details.TestMethodArguments,
                new GoOutputLog(context),
                context.Execution.CancellationToken
            )
            .ConfigureAwait(false);
        if (go.SkipReason is { } reason)
        {
            Skip.Test(reason);
        }

        go.ThrowIfUnavailable();
    }
}
