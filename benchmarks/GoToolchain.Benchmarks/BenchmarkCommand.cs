using System.Globalization;
using GoToolchain.Benchmarks.Comparisons;

namespace GoToolchain.Benchmarks;

/// <summary>The command line.</summary>
internal sealed record BenchmarkCommand(CommandKind Kind, string Subject, int? Rounds, string? Archives, string[] Remaining)
{
    public const string Usage = """
        usage: GoToolchain.Benchmarks --compare SUBJECT [--rounds N] [--archives DIR]
               GoToolchain.Benchmarks --report FILE [--rounds N] [--archives DIR]
               GoToolchain.Benchmarks --smoke [--archives DIR]
               GoToolchain.Benchmarks [--archives DIR] [arguments of BenchmarkDotNet]
        """;

    /// <summary>What can be compared.</summary>
    public static string Subjects => $"SUBJECT: {string.Join(", ", Comparison.All.Select(c => c.Subject))}";

    public static BenchmarkCommand Parse(string[] args)
    {
        var kind = CommandKind.BenchmarkDotNet;
        var (subject, archives) = ("", Environment.GetEnvironmentVariable("GOTC_BENCHMARK_ARCHIVES"));
        int? rounds = null;
        var remaining = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--compare" when i + 1 < args.Length && Comparison.All.Any(c => c.Subject == args[i + 1]):
                    (kind, subject) = (CommandKind.Compare, args[++i]);
                    break;
                case "--rounds" when i + 1 < args.Length && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var n) && n > 0:
                    rounds = n;
                    i++;
                    break;
                case "--archives" when i + 1 < args.Length:
                    archives = Path.GetFullPath(args[++i]);
                    break;
                case "--report" when i + 1 < args.Length:
                    (kind, subject) = (CommandKind.Report, Path.GetFullPath(args[++i]));
                    break;
                case "--smoke":
                    kind = CommandKind.Smoke;
                    break;
                case "--memory-child":
                    return new(CommandKind.MemoryChild, "", 0, null, args[(i + 1)..]);
                case "--fixture-child":
                    return new(CommandKind.FixtureChild, "", 0, null, args[(i + 1)..]);
                case "--compare" or "--rounds" or "--archives" or "--report" or "--help":
                    return new(CommandKind.Usage, "", 0, null, []);
                default:
                    remaining.Add(args[i]);
                    break;
            }
        }

        return new(kind, subject, rounds, string.IsNullOrEmpty(archives) ? null : archives, [.. remaining]);
    }
}
