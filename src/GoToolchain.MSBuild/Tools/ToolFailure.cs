using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Tools;

/// <summary>What a failed <c>go install package@version</c> says, as a coded error. The texts are those of cmd/go/internal/modfetch, modload and web.</summary>
internal static partial class ToolFailure
{
    /// <summary>The error.</summary>
    /// <param name="tool">What was to be installed.</param>
    /// <param name="said">Everything that go printed.</param>
    /// <param name="exitCode">With which code it ended.</param>
    /// <param name="isOffline">The settings of the build forbid the network.</param>
    public static GoToolchainException Explain(GoToolDefinition tool, string said, int exitCode, bool isOffline)
    {
        var (code, nextStep) = Classify(said, isOffline);
        var lines = said.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0 && !Progress().IsMatch(l)).ToArray();
        return new GoToolchainException(
            code,
            $"GoTool `{tool.Query}` was not installed: {(lines.Length > 0 ? string.Join("\n  ", lines) : $"go install ended with exit code {exitCode} and gave no reason.")}",
            nextStep: nextStep
        );
    }

    private static (GoErrorCode Code, string NextStep) Classify(string said, bool isOffline) =>
        // First: the other patterns occur in their details too.
        Unverified().IsMatch(said)
            ? (
                GoErrorCodes.ToolNotVerified,
                "If the content is another one than it was, do not use it before you know why; if the checksum database cannot be asked, see GOSUMDB and GONOSUMDB."
            )
        : Unreachable().IsMatch(said)
            ? (
                GoErrorCodes.ToolNotObtained,
                isOffline
                    ? "Build once without GoToolchainOffline, or set GOPROXY to a directory of modules."
                    : "Connect to the network, or set GOPROXY to a proxy that can be reached or to a directory of modules."
            )
        : Unknown().IsMatch(said)
            ? (GoErrorCodes.ToolNotFound, "Compare the path of the command and its version with what the module offers.")
        : (GoErrorCodes.ToolNotInstalled, "See what go says; a tool that needs a newer Go takes it from GoVersion on the item.");

    [GeneratedRegex(
        @"SECURITY ERROR|checksum mismatch|verifying (module|go\.mod):|missing go\.sum entry|checksum database",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unverified();

    [GeneratedRegex(
        @"disabled by GOPROXY=off|dial (tcp|udp)|no such host|connection re(fused|set)|i/o timeout|TLS handshake|x509:|proxyconnect|network is unreachable"
            + @"|GOPROXY list is (not the )?empty|disabled by GOVCS|: (401|403|407|429|5\d\d) [A-Z]|unexpected EOF|context deadline exceeded",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unreachable();

    [GeneratedRegex(
        @": 40[04] |: 410 |no such file or directory|cannot find the (file|path)|unknown revision|invalid version|no matching versions"
            + @"|but does not contain package|unrecognized import path|malformed module path|cannot find module providing",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unknown();

    [GeneratedRegex("^go: (downloading|finding|extracting) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Progress();
}
