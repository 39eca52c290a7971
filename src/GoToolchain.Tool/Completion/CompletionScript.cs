namespace GoToolchain.Tool.Completion;

/// <summary>The script that teaches a shell to complete <c>gotoolchain</c>. Each asks the hidden command <c>complete</c>, so none goes out of date.</summary>
internal static class CompletionScript
{
    /// <summary>The script.</summary>
    /// <param name="shell">For which shell.</param>
    public static string For(GoShell shell) =>
        shell switch
        {
            GoShell.Bash => Bash,
            GoShell.Zsh => Zsh,
            GoShell.Fish => Fish,
            _ => PowerShell,
        };

    /// <summary>How a user loads it: the line, and the file that it belongs into.</summary>
    /// <param name="shell">For which shell.</param>
    public static (string Line, string File) Loading(GoShell shell) =>
        shell switch
        {
            GoShell.Bash => ("source <(gotoolchain completion bash)", "~/.bashrc"),
            GoShell.Zsh => ("source <(gotoolchain completion zsh)", "~/.zshrc, below `compinit`"),
            GoShell.Fish => ("gotoolchain completion fish | source", "~/.config/fish/config.fish"),
            _ => ("gotoolchain completion powershell | Out-String | Invoke-Expression", "the file that $PROFILE names"),
        };

    // What bash takes for the current word ends at = and :, as COMP_WORDBREAKS says.
    private const string Bash = """
        _gotoolchain() {
            local candidate rest current=${COMP_WORDS[COMP_CWORD]}
            [[ $current == [=:] ]] && current=
            COMPREPLY=()
            while IFS=$'\t' read -r candidate rest; do
                candidate=${candidate#--*=}
                [[ $candidate == "$current"* ]] && COMPREPLY+=("$candidate")
            done < <(gotoolchain complete "$COMP_POINT" "$COMP_LINE" 2>/dev/null)
        }
        complete -o default -F _gotoolchain gotoolchain

        """;

    private const string Zsh = """
        _gotoolchain() {
            local -a candidates
            local candidate description line="${(j: :)words[1,CURRENT]}"
            while IFS=$'\t' read -r candidate description; do
                candidates+=("${candidate//:/\\:}:$description")
            done < <(gotoolchain complete ${#line} "$line" 2>/dev/null)
            if (( ${#candidates} )); then
                _describe gotoolchain candidates
            else
                _files
            fi
        }
        compdef _gotoolchain gotoolchain

        """;

    private const string Fish = """
        function __gotoolchain_complete
            set -l line (commandline -cp)
            set -l candidates (gotoolchain complete (string length -- $line) $line 2>/dev/null)
            if test (count $candidates) -gt 0
                printf '%s\n' $candidates
            else
                __fish_complete_path (commandline -ct)
            end
        end
        complete -c gotoolchain -f -a '(__gotoolchain_complete)'

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName gotoolchain -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $position = $cursorPosition - $commandAst.Extent.StartOffset
            $line = $commandAst.Extent.Text.PadRight($position)
            gotoolchain complete $position $line 2>$null | ForEach-Object {
                $candidate, $description = $_ -split "`t", 2
                if (-not $description) { $description = $candidate }
                [System.Management.Automation.CompletionResult]::new($candidate, $candidate, 'ParameterValue', $description)
            }
        }

        """;
}
