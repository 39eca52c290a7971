using GoToolchain.Environments;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Does Go accept GOFLAGS, and does every flag leave the compiler and the files as they are?</summary>
internal sealed class FlagsCheck : SurroundingCheck
{
    private static readonly string[] s_moduleModes = ["readonly", "vendor", "mod"];

    public override string Id => "env.flags";

    public override string Title => "GOFLAGS are accepted";

    protected override string Ran => "take GOFLAGS apart";

    protected override string Expected => "flags that Go knows, none that replaces the compiler or files";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        if (SetVariable.Find(surroundings, "GOFLAGS") is not { } flags)
        {
            yield break;
        }

        if (!QuotedWords.TrySplit(flags.Value, out var words))
        {
            yield return flags.Finding(GoErrorCodes.InvalidFlags, "in which a quote is not closed, so every `go` command fails");
            yield break;
        }

        // Go stops at the first word that it does not accept.
        if (words.Select(word => Refusal(flags, word, surroundings)).FirstOrDefault(f => f is not null) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        foreach (var word in words)
        {
            var (name, value) = Split(word);
            if (Meaning(flags, name, value, surroundings) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static HealthFinding? Refusal(SetVariable flags, string word, GoSurroundings surroundings)
    {
        if (
            !word.StartsWith('-')
            || word is "-" or "--"
            || word.StartsWith("---", StringComparison.Ordinal)
            || word.TrimStart('-').StartsWith('=')
        )
        {
            return flags.Finding(
                GoErrorCodes.InvalidFlags,
                $"and `{word}` is no flag: every `go` command fails",
                $"Write each flag as one word, `-name=value`, with quotes around the whole word where the value holds blanks. {flags.Cure}"
            );
        }

        var (name, _) = Split(word);
        return GoFlagNames.Since(name) switch
        {
            null => flags.Finding(GoErrorCodes.InvalidFlags, $"and no Go knows the flag `-{name}`: every `go` command fails"),
            var since when since > surroundings.Go.Minor => flags.Finding(
                GoErrorCodes.InvalidFlags,
                $"and the flag `-{name}` is known only from Go 1.{since} on: every `go` command fails"
            ),
            _ => null,
        };
    }

    private static (string Name, string? Value) Split(string word)
    {
        var text = word.TrimStart('-');
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (text, null) : (text[..equals], text[(equals + 1)..]);
    }

    private static HealthFinding? Meaning(SetVariable flags, string name, string? value, GoSurroundings surroundings)
    {
        switch (name)
        {
            case "toolexec" when string.IsNullOrEmpty(value):
            case "overlay" or "modfile" or "mod" when value is null:
                return flags.Finding(GoErrorCodes.InvalidFlags, $"and `-{name}` has no value: the commands that take it fail");
            case "toolexec":
                return ToolExec(flags, value!, surroundings);
            case "overlay" when value!.Length > 0:
                return IsMissing(value)
                    ? flags.Finding(
                        GoErrorCodes.CompilerHijacked,
                        $"and the file of `-overlay`, {value}, does not exist: no package can be loaded"
                    )
                    : flags.Finding(
                        GoErrorCodes.CompilerHijacked,
                        $"which replaces files of every build by those that {value} names",
                        severity: HealthSeverity.Warning
                    );
            case "modfile" when value!.Length > 0 && IsMissing(value):
                return flags.Finding(GoErrorCodes.InvalidFlags, $"and the file of `-modfile`, {value}, does not exist");
            case "mod" when value!.Length > 0 && !s_moduleModes.Contains(value):
                return flags.Finding(GoErrorCodes.InvalidFlags, $"but `-mod` is one of {string.Join(", ", s_moduleModes)}: builds fail");
            case "mod" when value == "vendor":
                return flags.Finding(
                    GoErrorCodes.InvalidFlags,
                    "with which every module without a vendor directory fails to build",
                    severity: HealthSeverity.Warning
                );
            default:
                return null;
        }
    }

    private static HealthFinding ToolExec(SetVariable flags, string value, GoSurroundings surroundings)
    {
        var program = QuotedWords.TrySplit(value, out var words) && words.Count > 0 ? words[0] : value;
        return new ProgramSearch(surroundings.Host).Find(program) is null
            ? flags.Finding(
                GoErrorCodes.CompilerHijacked,
                $"and the program of `-toolexec`, {program}, does not exist: nothing can be compiled"
            )
            : flags.Finding(
                GoErrorCodes.CompilerHijacked,
                $"which runs every compiler and linker through {program}",
                $"Make sure that you want it. {flags.Cure}",
                flags.IsForGood ? HealthSeverity.Error : HealthSeverity.Warning
            );
    }

    // A relative path is looked for in the directory of each build.
    private static bool IsMissing(string file) => GoFilePath.IsAbsolute(file) && !Path.Exists(file);
}
