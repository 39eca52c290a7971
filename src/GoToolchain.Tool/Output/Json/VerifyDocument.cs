namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>verify --log</c>: the members of <see cref="GoLogProof"/>.</summary>
internal sealed record VerifyDocument(
    string Root,
    string Version,
    string Platform,
    string Verdict,
    string Reason,
    string Module,
    string Hash,
    int Files,
    string? LoggedHash,
    string? Database,
    long? RecordId,
    long? TreeSize,
    string? SignedHead,
    IReadOnlyList<string> NotCovered,
    IReadOnlyList<string> Foreign,
    string? Obstacle
) : ToolDocument
{
    public static VerifyDocument Of(GoLogProof proof) =>
        new(
            proof.Root,
            proof.Version.ToString(),
            proof.Platform.ToString(),
            Words.Kebab(proof.Verdict),
            proof.Reason,
            proof.Module,
            proof.Hash,
            proof.Files,
            proof.LoggedHash,
            proof.Database,
            proof.RecordId,
            proof.TreeSize,
            proof.SignedHead,
            proof.NotCovered,
            proof.Foreign,
            proof.Obstacle?.Code.Id
        );
}
