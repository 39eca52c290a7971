using System.Globalization;
using System.Reflection;

namespace Sidecar;

/// <summary>What the program prints.</summary>
internal static class Report
{
    public static void Agent(AgentVersion version, string address)
    {
        Line("Agent", $"answers from {version.Go} ({version.Platform}), process {version.Pid}, {address}");
        Line("Built by", BuildFact("GoRoot"));
        Line("", BuildFact("GoOrigin"));
    }

    public static void Progress(IndexStep step)
    {
        // Only a person at a terminal wants to see numbers move.
        if (!Console.IsOutputRedirected)
        {
            Console.Write($"\r{"Indexing", -10}{step.Files} files, {Size(step.Bytes)}   ");
        }
    }

    public static void Summary(string directory, IndexSummary summary)
    {
        if (!Console.IsOutputRedirected)
        {
            Console.Write($"\r{new string(' ', 60)}\r");
        }

        Line("Directory", directory);
        var unreadable = summary.Unreadable > 0 ? $", {summary.Unreadable} unreadable" : "";
        Line("Indexed", $"{summary.Files} files, {summary.Directories} directories, {Size(summary.Bytes)}{unreadable}");
        Line("Time", string.Create(CultureInfo.InvariantCulture, $"{summary.Seconds:0.00} s, {summary.Workers} workers"));
        Console.WriteLine();
        Console.WriteLine($"{"kind", -12}{"files", 8}{"size", 14}");
        foreach (var kind in summary.Kinds)
        {
            Console.WriteLine($"{(kind.Extension.Length > 0 ? kind.Extension : "(none)"), -12}{kind.Files, 8}{Size(kind.Bytes), 14}");
        }

        Console.WriteLine();
        Console.WriteLine(summary.Duplicates.Count == 0 ? "No duplicates." : "Largest duplicates");
        foreach (var duplicate in summary.Duplicates)
        {
            Console.WriteLine($"{duplicate.Paths.Count} x {Size(duplicate.Bytes), -12}sha256 {duplicate.Sha256[..12]}…");
            foreach (var path in duplicate.Paths)
            {
                Console.WriteLine($"    {path}");
            }
        }
    }

    // Written into the assembly by the build (GoEmbedToolchainInfo).
    private static string BuildFact(string name) =>
        typeof(Report)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == "GoSidecar.agent." + name)
            ?.Value
        ?? "(not recorded)";

    private static void Line(string name, string text) => Console.WriteLine($"{name, -10}{text}");

    private static string Size(long bytes) =>
        bytes switch
        {
            < 1024 => $"{bytes} B",
            < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MiB"),
        };
}
