"""`crm completion`: the script that lets a shell complete commands, options and names."""

from __future__ import annotations

from typing import Annotated

import typer

from crm.cli.params import helps
from crm.i18n import _

# What `crm _complete SHELL …` gives is a line each: bash's is to be put in as it stands, the others
# have a tab before what is shown. A line that begins with a tab asks for the names of files.
BASH = r"""
_crm_completion() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == $'\t'* ]]; then
            compopt -o default -o filenames 2>/dev/null
            return
        fi
        COMPREPLY+=("$line")
    done < <("${1/#\~/$HOME}" _complete bash "${COMP_TYPE:-9}" \
        "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null </dev/null)
}
complete -o nosort -F _crm_completion crm 2>/dev/null || complete -F _crm_completion crm
"""
ZSH = r"""
_crm_completion() {
    local line prefix=${(Q)PREFIX}
    local -a values shown one_a_line
    while IFS= read -r line; do
        if [[ $line == $'\t'* ]]; then
            compset -P '--[a-z]*='
            _files
            return
        fi
        values+=("${line%%$'\t'*}")
        shown+=("${line#*$'\t'}")
    done < <("${${(Q)words[1]}/#\~/$HOME}" _complete zsh \
        "${(@Q)words[2,CURRENT-1]}" "$prefix" 2>/dev/null </dev/null)
    (( $#values )) || return 1
    [[ $shown == *'  -- '* ]] && one_a_line=(-l)
    compadd -U -V crm $one_a_line -d shown -a values
    if [[ $compstate[insert] == *unambiguous* ]] &&
        (( $#values > 1 && ${#compstate[unambiguous]} < $#prefix )); then
        compstate[insert]=
        compstate[list]='list force'
    fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i -D }
compdef _crm_completion crm
"""
FISH = r"""
function __crm_completion
    set -g __crm_offered
    set -l words (commandline -opc)
    while string match -q -- '*=*' $words[1]
        set -e words[1]
    end
    set -l token (commandline -ct)
    set -l program (string replace -r '^~' $HOME -- $words[1])
    set -e words[1]
    set __crm_offered (command $program _complete fish $words "$token" 2>/dev/null </dev/null)
    not string match -q -- \t'*' $__crm_offered[1]
end
complete -c crm -e
complete -c crm -n __crm_completion -f -k -a '(printf "%s\n" $__crm_offered)'
"""
_SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


@helps(
    _(
        "Print the script with which a shell completes commands, options, and the names of people,"
        " goals and tags. Put the line of your shell at the end of its start-up file: ~/.bashrc,"
        " ~/.zshrc, or ~/.config/fish/config.fish. Nothing is written for you."
    ),
    'eval "$(crm completion bash)"',
    'eval "$(crm completion zsh)"',
    "crm completion fish | source",
)
def completion(
    shell: Annotated[
        str,
        typer.Argument(metavar="bash|zsh|fish", help=_("Your shell."), show_default=False),
    ],
) -> None:
    from crm.cli.output import out
    from crm.errors import WrongUsage

    if shell not in _SCRIPTS:
        known = ", ".join(_SCRIPTS)
        raise WrongUsage("unknown-value", field="shell", value=shell, known=known)
    out(_SCRIPTS[shell].strip("\n"))
