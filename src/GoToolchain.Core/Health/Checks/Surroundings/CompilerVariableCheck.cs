using GoToolchain.Environments;

namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>Are the variables of cgo such that Go can use them, and is the C compiler that they name there?</summary>
internal sealed class CompilerVariableCheck : SurroundingCheck
{
    public override string Id => "env.compiler";

    public override string Title => "The C compiler that is named exists";

    protected override string Ran => "read CGO_ENABLED, CC, CXX, FC and the flags for them; look for the compilers";

    protected override string Expected => "not set, or compilers that are there";

    protected override IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings)
    {
        if (SetVariable.Find(surroundings, "CGO_ENABLED") is { Value: not ("0" or "1") } enabled)
        {
            yield return enabled.Finding(
                GoErrorCodes.InvalidVariable,
                "which is neither 0 nor 1, so that Go takes no notice of it",
                severity: HealthSeverity.Warning
            );
        }

        foreach (var name in (string[])["CC", "CXX", "FC"])
        {
            if (SetVariable.Find(surroundings, name) is { } compiler && Problem(compiler, surroundings) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (
            var facts in GoVariableTable.All.Where(v =>
                v.Name.StartsWith("CGO_", StringComparison.Ordinal) && v.Name.EndsWith("FLAGS", StringComparison.Ordinal)
            )
        )
        {
            if (SetVariable.Find(surroundings, facts.Name) is { } flags && !QuotedWords.TrySplit(flags.Value, out _))
            {
                yield return flags.Finding(
                    GoErrorCodes.InvalidVariable,
                    "in which a quote is not closed: every build with C code crashes `go`"
                );
            }
        }

        // A default compiler that is missing turns cgo off; only who insists gets an error.
        if (
            SetVariable.Find(surroundings, "CGO_ENABLED") is { Value: "1" } insisted
            && surroundings.Go.Get("CC").Length == 0
            && surroundings.Values.Of("CC") is var usual
            && new ProgramSearch(context.Host).Find(usual) is null
        )
        {
            yield return insisted.Finding(
                GoErrorCodes.CompilerMissing,
                $"but there is no `{usual}` on PATH: packages with C code, such as net and os/user, do not build",
                $"Install a C compiler, set CC to one, or leave CGO_ENABLED out."
            );
        }
    }

    private static HealthFinding? Problem(SetVariable compiler, GoSurroundings surroundings)
    {
        if (!QuotedWords.TrySplit(compiler.Value, out var words))
        {
            return compiler.Finding(GoErrorCodes.InvalidVariable, "in which a quote is not closed: every build fails");
        }

        if (words.Count == 0)
        {
            return null;
        }

        if (!GoFilePath.IsAbsolute(words[0]) && words[0].AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0)
        {
            return compiler.Finding(GoErrorCodes.InvalidVariable, "which is a relative path: every build fails");
        }

        // Fortran is for the few packages that need it.
        var matters = compiler.Name != "FC" && surroundings.Values.Of("CGO_ENABLED") == "1";
        return new ProgramSearch(surroundings.Host).Find(words[0]) is null
            ? compiler.Finding(
                GoErrorCodes.CompilerMissing,
                $"and there is no program `{words[0]}`: packages with C code do not build",
                severity: matters ? HealthSeverity.Error : HealthSeverity.Warning
            )
            : null;
    }
}
