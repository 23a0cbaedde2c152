// docs/reference/cli.md, made from the command tree, so that it never says what the program does not.
import type { Argument, Command, Option } from 'commander';
import { CONFIG_TEXT } from './config.ts';
import { EXIT_TEXT } from './exit.ts';
import { makeProgram } from './program.ts';

/** Options that nearly every command has; said once. */
const SHARED = new Set([
  '--data',
  '--url',
  '--org',
  '--output',
  '--json',
  '--quiet',
  '--no-input',
  '--dry-run',
  '--yes',
]);

/** The whole page. Deterministic: the same tree gives the same bytes. */
export function cliReference(): string {
  const program = makeProgram('VERSION');
  const commands = [...leaves(program, '')];
  const shared = new Map<string, Option>();
  for (const { command } of commands)
    for (const option of command.options)
      if (SHARED.has(option.long ?? '') && option.long !== '--data' && option.long !== '--org')
        shared.set(option.long ?? '', option);
  return [
    '# Command line',
    '',
    'Made from the program by `npm run check -- --fix`. `assay COMMAND --help` says the same.',
    '',
    'Ids may be written as a person calls them: `C-07`, `c7`, `E-93`, `A.5.15`, or the beginning of a long id that only one has.',
    'Data goes to standard output, everything else to standard error; `-o json` and `-o ndjson` give whole records,',
    '`table`, `csv` and `md` the same columns as one another.',
    '',
    '## Everywhere',
    '',
    ...optionTable([...shared.values()]),
    '',
    'Every write has `--dry-run` and `--yes`; commands over a server have `--data`, `--url` and `--org`.',
    '',
    ...fenced(EXIT_TEXT),
    ...fenced(CONFIG_TEXT),
    ...commands.flatMap(({ path, command }) => section(path, command)),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}

function* leaves(
  command: Command,
  path: string,
): Generator<{ readonly path: string; readonly command: Command }> {
  for (const child of command.commands) {
    if (child.name().startsWith('__')) continue;
    const own = `${path} ${child.name()}`.trim();
    // A command with options of its own says something itself, beside what stands under it.
    if (child.commands.length === 0 || child.options.length > 0) yield { path: own, command: child };
    yield* leaves(child, own);
  }
}

function section(path: string, command: Command): readonly string[] {
  const usage = ['assay', path, ...command.registeredArguments.map(written)].join(' ');
  const own = command.options.filter((option) => !SHARED.has(option.long ?? '') && !option.hidden);
  const described = command.registeredArguments.filter((argument) => argument.description !== '');
  return [
    `## assay ${path}`,
    '',
    `${command.description()}.`,
    '',
    ...fenced(`${usage}${command.options.length > 0 ? ' [options]' : ''}\n`),
    ...described.map((argument) => `- \`${argument.name()}\`: ${argument.description}`),
    ...(described.length > 0 ? [''] : []),
    ...(own.length > 0 ? [...optionTable(own), ''] : []),
  ];
}

function optionTable(options: readonly Option[]): readonly string[] {
  return [
    '| option | what it does |',
    '| --- | --- |',
    ...options.map((option) => {
      const value: unknown = option.defaultValue;
      const given = typeof value === 'string' || typeof value === 'number' ? ` (default ${value})` : '';
      const known =
        option.argChoices && option.long !== '--output' ? `: ${option.argChoices.join(', ')}` : '';
      return `| \`${option.flags.replaceAll('|', '\\|')}\` | ${option.description}${known}${given} |`;
    }),
  ];
}

function written(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

function fenced(text: string): readonly string[] {
  return ['```text', text.trimEnd(), '```', ''];
}
