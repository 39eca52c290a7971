using System.Text;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Damages;

/// <summary>
/// What Go and the doctor say to a damage, as a row of <c>docs/damage.md</c>. The rows of a run are put into
/// <c>artifacts/damage-rows</c>, from where they can be taken over.
/// </summary>
internal static class DamageRow
{
    private static readonly string s_directory = RepositoryRoot.File("artifacts", "damage-rows");

    /// <summary>Writes the row.</summary>
    public static async Task RecordAsync(string line, Damage damage, DamagedMachine machine, HealthReport report, CancellationToken cancel)
    {
        var directory = machine.CreateDirectory("hello");
        await File.WriteAllTextAsync(Path.Combine(directory, "go.mod"), "module hello\n", cancel);
        await File.WriteAllTextAsync(
            Path.Combine(directory, "main.go"),
            "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hello\") }\n",
            cancel
        );
        var version = await machine.RunGoAsync(directory, cancel, "version");
        var build = await machine.RunGoAsync(directory, cancel, "run", ".");
        var finding = report.Findings.FirstOrDefault(f => f.Code == damage.Code);
        var row =
            $"| {damage.Description} | {Cell(version, machine)} | {Cell(build, machine)} | {Plain(finding?.Cause ?? "", machine)} | {damage.Code} | {damage.Level.ToString().ToLowerInvariant()} |";
        Directory.CreateDirectory(Path.Combine(s_directory, line));
        await File.WriteAllTextAsync(Path.Combine(s_directory, line, damage.Name + ".md"), row + "\n", cancel);
    }

    private static string Cell((int ExitCode, string Output) run, DamagedMachine machine)
    {
        var line = run.Output.Split('\n').FirstOrDefault(l => !l.StartsWith('#')) ?? "";
        return run.ExitCode == 0 ? "fine" : $"`{Plain(line, machine)}` ({run.ExitCode})";
    }

    private static string Plain(string text, DamagedMachine machine) =>
        new StringBuilder(text)
            .Replace(machine.Go.Root, "GOROOT")
            .Replace(machine.Other.Root, "OTHER")
            .Replace(machine["system"], "")
            .Replace(machine.Home, "~")
            .Replace(machine["hello"], "hello")
            .Replace(machine[""].TrimEnd('/'), "")
            .Replace("|", "\\|")
            .ToString();
}
