using System.Text;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Damages;

/// <summary>
/// What Go and the doctor say to a damage, as a row of <c>docs/damage.md</c>. The doctor's part is compared with the page at every run; Go's part
/// takes minutes, so it is asked only to write the rows anew: with <c>GOTC_DAMAGE_ROWS</c> set to the directory that is to receive them.
/// </summary>
internal static partial class DamageRow
{
    private static readonly string? s_directory = Environment.GetEnvironmentVariable("GOTC_DAMAGE_ROWS");

    /// <summary>The line of Go of which the page speaks.</summary>
    public const string PageLine = "1.23";

    /// <summary>Compares the page with what the doctor says now.</summary>
    public static async Task RequireOnPageAsync(Damage damage, DamagedMachine machine, HealthReport report, CancellationToken cancel)
    {
        var rows = await File.ReadAllLinesAsync(RepositoryRoot.File("docs", "damage.md"), cancel);
        var row = rows.SingleOrDefault(r => r.StartsWith($"| {damage.Description} |", StringComparison.Ordinal));

        // What is found by running programs may quote a compiler, and those differ; so do the names of tools on other machines.
        var said =
            damage.Level == HealthLevel.Quick && GoPlatform.Host.ToString() == "linux/amd64"
                ? OfDoctor(damage, machine, report)
                : CodeOf(damage);
        Assert.True(
            row?.EndsWith(said, StringComparison.Ordinal) == true,
            $"docs/damage.md does not say of \"{damage.Description}\": {said}\nWrite its rows anew with GOTC_DAMAGE_ROWS; now: {row}"
        );
    }

    private static string OfDoctor(Damage damage, DamagedMachine machine, HealthReport report)
    {
        var finding = report.Findings.FirstOrDefault(f => f.Code == damage.Code);
        return $"{Sizes().Replace(Plain(finding?.Cause ?? "", machine), "…")} {CodeOf(damage)}";
    }

    private static string CodeOf(Damage damage) =>
        $"| [{damage.Code}](errors/{damage.Code}.md) | {damage.Level.ToString().ToLowerInvariant()} |";

    /// <summary>Writes the row, when that is wanted.</summary>
    public static async Task RecordAsync(string line, Damage damage, DamagedMachine machine, HealthReport report, CancellationToken cancel)
    {
        if (s_directory is null)
        {
            return;
        }

        var directory = machine.CreateDirectory("hello");
        await File.WriteAllTextAsync(Path.Combine(directory, "go.mod"), "module hello\n", cancel);
        await File.WriteAllTextAsync(
            Path.Combine(directory, "main.go"),
            "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hello\") }\n",
            cancel
        );
        var version = await machine.RunGoAsync(directory, cancel, "version");
        var run = await machine.RunGoAsync(directory, cancel, "run", ".");
        var row = $"| {damage.Description} | {Cell(version, machine)} | {Cell(run, machine)} | {OfDoctor(damage, machine, report)}";
        Directory.CreateDirectory(Path.Combine(s_directory, line));
        await File.WriteAllTextAsync(Path.Combine(s_directory, line, damage.Name + ".md"), row + "\n", cancel);
    }

    private static string Cell((int ExitCode, string Output) run, DamagedMachine machine)
    {
        var line = run.Output.Split('\n').FirstOrDefault(l => !l.StartsWith('#')) ?? "";
        return run.ExitCode switch
        {
            0 => "fine",
            -1 => "waits for ever",
            > 128 when line.Length == 0 => $"ends with signal {run.ExitCode - 128}",
            _ => $"`{Plain(line, machine)}`",
        };
    }

    private static string Plain(string text, DamagedMachine machine) =>
        new StringBuilder(text)
            .Replace(machine.Go.Root, "GOROOT")
            .Replace(machine.Other.Root, "OTHER")
            .Replace(machine["system"], "")
            .Replace(machine.Home, "~")
            .Replace(machine["hello"], "hello")
            .Replace(machine["."], "")
            .Replace(machine.Version.ToString(), "1.23.x")
            .Replace(machine.Other.Version.ToString(), "1.19.x")
            .Replace("|", "\\|")
            .ToString();

    // Offsets and sizes are those of one build.
    [GeneratedRegex(@"\d{4,}")]
    private static partial Regex Sizes();
}
