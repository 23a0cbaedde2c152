// assay completion bash|zsh|fish: a small script that asks `assay __complete` for the words that fit.
import { Argument, type Command } from 'commander';
import { out } from '../output.ts';
import { candidates } from '../completion/candidates.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

export function addCompletionCommand(program: Command): void {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'your shell').choices(SHELLS))
    .description('Print a completion script for bash, zsh or fish')
    .addHelpText(
      'after',
      `
  bash   source <(assay completion bash)
  zsh    source <(assay completion zsh)
  fish   assay completion fish | source`,
    )
    .action((shell: Shell) => out(SCRIPTS[shell]));
  program
    .command('__complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (words: string[]) => {
      const found = await candidates(program, words);
      out(found.map(({ word, about }) => `${word}\t${about}\n`).join(''));
    });
}

// The last word is what is being written; a colon inside it must not split it in bash. No candidates: file names.
const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `_assay() {
  local line="\${COMP_LINE:0:COMP_POINT}" words current
  read -ra words <<< "$line"
  [[ "$line" == *[[:space:]] ]] && words+=('')
  current="\${words[-1]}"
  mapfile -t COMPREPLY < <(assay __complete -- "\${words[@]:1}" 2>/dev/null | cut -f1)
  if [[ "$current" == *:* && "$COMP_WORDBREAKS" == *:* ]]; then
    local head="\${current%"\${current##*:}"}"
    COMPREPLY=("\${COMPREPLY[@]#"$head"}")
  fi
}
complete -o default -F _assay assay
`,
  zsh: `#compdef assay
_assay() {
  local -a found
  local line word about
  while IFS=$'\\t' read -r word about; do
    found+=("\${word//:/\\\\:}:$about")
  done < <(assay __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then _describe 'assay' found; else _files; fi
}
compdef _assay assay
`,
  fish: `function __assay_complete
  set -l words (commandline -opc) (commandline -ct)
  assay __complete -- $words[2..-1] 2>/dev/null
end
complete -c assay -a '(__assay_complete)'
`,
};
