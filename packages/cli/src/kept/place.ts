// --sheet, --head-row, --column: what a person says of a table that was kept somewhere else.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { columnIndex, type TableOverride } from '@assay/core';
import { whole } from '../options.ts';
import { didYouMean } from '../words.ts';

export interface PlaceOptions<F extends string> {
  readonly sheet?: string;
  readonly headRow?: number;
  readonly column?: ReadonlyMap<number, F | null>;
}

/** Adds the options; `fields` are the names that a column may be given. */
export function placing<F extends string>(command: Command, fields: readonly F[]): Command {
  return command
    .option('--sheet <name>', 'the sheet that holds the table')
    .addOption(whole('--head-row <n>', 'the row of its headings', { min: 1, max: 1_000_000 }))
    .addOption(
      new Option(
        '--column <LETTER=field>',
        `what a column is; keep keeps it as it is. ${fields.join(', ')}`,
      ).argParser(
        (text: string, before: ReadonlyMap<number, F | null> | undefined) =>
          new Map([...(before ?? []), columnIn(text, fields)]),
      ),
    );
}

export function overrideOf<F extends string>({ sheet, headRow, column }: PlaceOptions<F>): TableOverride<F> {
  return {
    ...(sheet !== undefined && { sheet }),
    ...(headRow !== undefined && { headRow }),
    ...(column !== undefined && { columns: column }),
  };
}

/** Place of a column from 0, from its letters. */
export function columnNumber(text: string): number {
  const index = columnIndex(text);
  if (index === undefined) throw new InvalidArgumentError('A column is A, B … AA, as in a spreadsheet.');
  return index;
}

function columnIn<F extends string>(text: string, fields: readonly F[]): [number, F | null] {
  const [letters = '', name = ''] = text.split('=', 2).map((part) => part.trim());
  const column = columnNumber(letters);
  if (name === 'keep') return [column, null];
  const field = fields.find((each) => each === name);
  if (field !== undefined) return [column, field];
  throw new InvalidArgumentError(
    `There is no field ${name}. ${didYouMean(name, fields) ?? ''} It is keep, ${fields.join(', ')}.`,
  );
}
