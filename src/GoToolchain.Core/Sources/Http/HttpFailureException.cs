namespace GoToolchain.Sources.Http;

/// <summary>A request failed. Stays inside the sources, which turn it into a <see cref="GoToolchainException"/>.</summary>
/// <param name="kind">In which way.</param>
/// <param name="problem">What happened: a full sentence.</param>
/// <param name="nextStep">What can be done about it: a full sentence.</param>
/// <param name="inner">What the runtime says.</param>
/// <param name="status">The status of the answer; 0 when there was none.</param>
/// <param name="retryAfter">How long the server asks to wait.</param>
internal sealed class HttpFailureException(
    HttpFailureKind kind,
    string problem,
    string nextStep,
    Exception? inner = null,
    int status = 0,
    TimeSpan? retryAfter = null
) : IOException(problem, inner)
{
    public HttpFailureKind Kind { get; } = kind;

    public int Status { get; } = status;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>The error for the caller of the library.</summary>
    /// <param name="url">The address, without passwords.</param>
    public GoToolchainException ToError(string url) =>
        new(
            Kind == HttpFailureKind.Malformed ? GoErrorCodes.SourceMalformed : GoErrorCodes.SourceUnavailable,
            Message,
            url,
            nextStep,
            this
        );
}
