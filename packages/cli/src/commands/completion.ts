// assay completion bash|zsh|fish: a script made from the command tree itself.
import type { Command } from 'commander';
import { CommandEnd, EXIT } from '../exit.ts';
import { out } from '../output.ts';

export function addCompletionCommand(program: Command): void {
  program
    .command('completion <shell>')
    .description('Print a completion script for bash, zsh or fish')
    .action((shell: string) => {
      const words = [...tree(program)];
      if (shell === 'fish')
        return out(
          words
            .map(
              ([path, children]) =>
                `complete -c assay -n "__fish_seen_subcommand_from ${path || 'assay'}; or test '${path}' = ''" -a "${children.join(' ')}"\n`,
            )
            .join(''),
        );
      if (shell !== 'bash' && shell !== 'zsh')
        throw new CommandEnd(EXIT.usage, `There is no completion for ${shell}.`, 'Choose bash, zsh or fish.');
      const cases = words
        .map(([path, children]) => `    "${path}") words="${children.join(' ')}" ;;`)
        .join('\n');
      out(
        `${shell === 'zsh' ? 'autoload -U +X bashcompinit && bashcompinit\n' : ''}_assay() {\n  local words path="\${COMP_WORDS[*]:1:COMP_CWORD-1}"\n  case "$path" in\n${cases}\n  esac\n  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))\n}\ncomplete -F _assay assay\n`,
      );
      return undefined;
    });
}

/** Every command path with what may follow it. */
function* tree(command: Command, path = ''): Generator<readonly [string, readonly string[]]> {
  yield [
    path,
    [
      ...command.commands.map((child) => child.name()),
      ...command.options.map((option) => option.long ?? ''),
    ].filter((word) => word !== ''),
  ];
  for (const child of command.commands) yield* tree(child, `${path} ${child.name()}`.trim());
}
