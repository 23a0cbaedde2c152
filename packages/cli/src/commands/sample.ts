// assay sample draw|verify: samples that a stranger draws again.
import type { StrataRule } from '@assay/core';
import { InvalidArgumentError, type Command } from 'commander';
import { drawFromFile, verifyRecipe } from './sample.offline.ts';
import { printing } from './shared.ts';

interface DrawOptions {
  readonly rows: string;
  readonly size: readonly number[];
  readonly seed?: string;
  readonly month: string;
  readonly column?: string;
  readonly strata: boolean;
  readonly output?: string;
  readonly json?: boolean;
}

export function addSampleCommands(program: Command): void {
  const sample = program.command('sample').description('Samples of populations');
  printing(sample.command('draw').description('Draw from a file of rows, without a server'))
    .requiredOption('--rows <file>', 'a JSON array, or one JSON value a line')
    .requiredOption('--size <number>', 'size of the sample; again for each extension', sizes, [])
    .option('--seed <text>', 'text, or hex: and digits; 32 random bytes by default')
    .option('--month <column>', 'strata by the month of this column', 'day')
    .option('--column <column>', 'strata by this column instead')
    .option('--no-strata', 'one stratum')
    .action((options: DrawOptions) => drawFromFile({ ...options, by: strataOf(options) }));
  printing(
    sample
      .command('verify <recipe> [rows]')
      .description('Draw again what a recipe says and compare; no server is asked'),
  ).action(verifyRecipe);
}

function strataOf({ strata, column, month }: DrawOptions): StrataRule {
  if (!strata) return { by: 'none' };
  return column === undefined ? { by: 'month', column: month } : { by: 'column', column };
}

function sizes(text: string, before: readonly number[]): readonly number[] {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return [...before, Number(text)];
}
