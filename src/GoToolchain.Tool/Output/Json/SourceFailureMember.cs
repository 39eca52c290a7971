using GoToolchain.Sources;

namespace GoToolchain.Tool.Output.Json;

/// <summary>A source that could not serve.</summary>
internal sealed record SourceFailureMember(string Source, string Code, string Reason)
{
    public static SourceFailureMember Of(GoSourceFailure failure) => new(failure.Source, failure.Code.Id, failure.Reason);
}
