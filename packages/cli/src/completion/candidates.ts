// Which words fit where a person stopped typing: commands, options, their values, ids of the running server.
import type { Command, Option } from 'commander';
import { idsFor, type Candidate } from './ids.ts';

/** Candidates for the last of `words`, which may be empty; none means that file names fit. */
export async function candidates(program: Command, words: readonly string[]): Promise<readonly Candidate[]> {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const at = walk(program, before);
  const fitting = (list: readonly Candidate[]): readonly Candidate[] =>
    list.filter(({ word }) => word.toLowerCase().startsWith(current.toLowerCase()));
  if (at.waiting) return fitting(await valuesOf(at.waiting, at.flags));
  if (current.startsWith('-'))
    return fitting(
      at.command.options
        .filter((option) => !option.hidden)
        .map((option) => ({ word: option.long ?? option.short ?? '', about: option.description })),
    );
  const children = at.command.commands
    .filter((child) => !child.name().startsWith('__'))
    .map((child) => ({ word: child.name(), about: child.description() }));
  if (children.length > 0) return fitting(children);
  const argument = at.command.registeredArguments[at.given];
  if (!argument) return [];
  if (argument.argChoices) return fitting(argument.argChoices.map((word) => ({ word, about: '' })));
  return fitting(await idsFor(argument.name(), at.flags));
}

interface Place {
  readonly command: Command;
  /** Arguments that stand there already. */
  readonly given: number;
  /** The option whose value is being written. */
  readonly waiting: Option | undefined;
  /** Connection flags written so far. */
  readonly flags: Readonly<Record<string, string>>;
}

function walk(program: Command, words: readonly string[]): Place {
  let command = program;
  let given = 0;
  let waiting: Option | undefined;
  const flags: Record<string, string> = {};
  for (const word of words) {
    if (waiting) {
      flags[waiting.attributeName()] = word;
      waiting = undefined;
    } else if (word.startsWith('-')) {
      const option = command.options.find((each) => each.long === word || each.short === word);
      waiting = option && (option.required || option.optional) ? option : undefined;
    } else {
      const child = command.commands.find((each) => each.name() === word);
      if (child) command = child;
      else given += 1;
    }
  }
  return { command, given, waiting, flags };
}

async function valuesOf(option: Option, flags: Place['flags']): Promise<readonly Candidate[]> {
  if (option.argChoices) return option.argChoices.map((word) => ({ word, about: '' }));
  return idsFor(option.attributeName(), flags);
}
