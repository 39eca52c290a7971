using GoToolchain.Health.Checks.Running.Diagnosis;

namespace GoToolchain.Health.Checks.Running.Users;

/// <summary>Puts a setting that is at fault into words.</summary>
internal static class CulpritFinding
{
    /// <summary>Makes the finding.</summary>
    /// <param name="culprit">The setting.</param>
    /// <param name="failure">What failed with it.</param>
    public static HealthFinding Of(Culprit culprit, GoFailure failure)
    {
        var line = failure.DecisiveLine;
        var says = line.Length == 0 ? $"it {failure.Result.Ending}" : line;
        var cause = Hijack(culprit) is { } program
            ? $"{culprit.Description} runs the compiler through `{program}`, and nothing can be built with it: {says}."
            : $"{culprit.Description} makes `{failure.Result.Ran}` fail, which works without it: {says}.";
        var severity = IsDownload(culprit) ? HealthSeverity.Warning : HealthSeverity.Error;
        return new HealthFinding(CodeOf(culprit, failure), cause, culprit.Cure) { Place = culprit.Place, Severity = severity };
    }

    private static GoErrorCode CodeOf(Culprit culprit, GoFailure failure) =>
        culprit.Name switch
        {
            "GOFLAGS" when Hijack(culprit) is not null => GoErrorCodes.CompilerHijacked,
            "GOFLAGS" => GoErrorCodes.InvalidFlags,
            "GOROOT" => Directory.Exists(culprit.Value) ? GoErrorCodes.RootVariableForeign : GoErrorCodes.RootVariableWrong,
            "GOTOOLCHAIN" => GoErrorCodes.InvalidToolchainVariable,
            "GOSUMDB" => GoErrorCodes.InvalidChecksumDatabase,
            "GOPROXY" => GoErrorCodes.InvalidModuleProxy,
            "GOOS" or "GOARCH" when !failure.Result.Messages.Contains("unsupported", StringComparison.Ordinal) =>
                GoErrorCodes.ForeignTarget,
            "GO111MODULE" or "GOWORK" => GoErrorCodes.ModulesBroken,
            "GOENV" => GoErrorCodes.UserFileDamaged,
            _ => GoOutputDiagnosis.Recognize(failure) is { } known && IsAboutPlaces(known.Code) ? known.Code : GoErrorCodes.InvalidVariable,
        };

    private static bool IsAboutPlaces(GoErrorCode code) =>
        code == GoErrorCodes.NoSpaceLeft || code == GoErrorCodes.PlaceNotWritable || code == GoErrorCodes.PlaceNotExecutable;

    // A real version that is not on this machine: with a network, `go` would fetch it.
    private static bool IsDownload(Culprit culprit) =>
        culprit is { Name: "GOTOOLCHAIN", Value: { } value }
        && value.StartsWith("go", StringComparison.Ordinal)
        && GoVersion.TryParse(value.Split('+')[0], out _)
        && !value.EndsWith("+path", StringComparison.Ordinal);

    private static string? Hijack(Culprit culprit)
    {
        var flag = culprit is { Name: "GOFLAGS", Value: { } value }
            ? value.Split(' ').Select(f => f.TrimStart('-')).FirstOrDefault(IsHijack)
            : null;
        return flag?[(flag.IndexOf('=', StringComparison.Ordinal) + 1)..];
    }

    private static bool IsHijack(string flag) =>
        flag.StartsWith("toolexec=", StringComparison.Ordinal) || flag.StartsWith("overlay=", StringComparison.Ordinal);
}
