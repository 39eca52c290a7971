using System.Globalization;

namespace GoToolchain.Benchmarks;

/// <summary>The command line.</summary>
internal sealed record BenchmarkCommand(CommandKind Kind, string Subject, int Rounds, string? Archives, string[] Remaining)
{
    public const string Usage = """
        usage: GoToolchain.Benchmarks --compare install|locate|doctor|buildinfo|build|fixture|verify|recover|calls [--rounds N] [--archives DIR]
               GoToolchain.Benchmarks --smoke [--archives DIR]
               GoToolchain.Benchmarks [--archives DIR] [arguments of BenchmarkDotNet]
        """;

    public static BenchmarkCommand Parse(string[] args)
    {
        var kind = CommandKind.BenchmarkDotNet;
        var (subject, rounds, archives) = ("", 7, Environment.GetEnvironmentVariable("GOTC_BENCHMARK_ARCHIVES"));
        var remaining = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--compare"
                    when i + 1 < args.Length
                        && args[i + 1]
                            is "install"
                                or "locate"
                                or "doctor"
                                or "buildinfo"
                                or "build"
                                or "fixture"
                                or "verify"
                                or "recover"
                                or "calls":
                    (kind, subject) = (CommandKind.Compare, args[++i]);
                    break;
                case "--rounds" when i + 1 < args.Length && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var n) && n > 0:
                    rounds = n;
                    i++;
                    break;
                case "--archives" when i + 1 < args.Length:
                    archives = Path.GetFullPath(args[++i]);
                    break;
                case "--smoke":
                    kind = CommandKind.Smoke;
                    break;
                case "--memory-child":
                    return new(CommandKind.MemoryChild, "", 0, null, args[(i + 1)..]);
                case "--fixture-child":
                    return new(CommandKind.FixtureChild, "", 0, null, args[(i + 1)..]);
                case "--compare" or "--rounds" or "--archives" or "--help":
                    return new(CommandKind.Usage, "", 0, null, []);
                default:
                    remaining.Add(args[i]);
                    break;
            }
        }

        return new(kind, subject, rounds, string.IsNullOrEmpty(archives) ? null : archives, [.. remaining]);
    }
}
