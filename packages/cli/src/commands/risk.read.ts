// assay risk read: what a risk register that was kept as a spreadsheet says, row by row.
import { columnLetters, readRegister, REGISTER_FIELDS } from '@assay/core';
import type { LeftRegisterRow, RegisterField, RegisterReading, RegisterRow, Scale } from '@assay/core';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { annexIds } from '../kept/annex.ts';
import { gridsIn, noTable } from '../kept/grid.ts';
import { overrideOf, placing, type PlaceOptions } from '../kept/place.ts';
import { formatOf, out, printList, say, type Column } from '../output.ts';
import { printing } from './shared.ts';

interface Options extends PlaceOptions<RegisterField> {
  readonly likelihood: Scale;
  readonly impact: Scale;
  readonly left?: true;
  readonly output?: string;
  readonly json?: boolean;
}

const LIKELIHOOD = 'Rare, Unlikely, Possible, Likely, Almost certain';
const IMPACT = 'Very low, Low, Medium, High, Very high';

export function addRegisterRead(risk: Command): void {
  placing(
    printing(
      risk
        .command('read <file>')
        .description('Read a kept register (.xlsx, .csv) and say what each row means'),
    ),
    REGISTER_FIELDS,
  )
    .addOption(scale('--likelihood <names>', 'steps of the method, the least first', LIKELIHOOD))
    .addOption(scale('--impact <names>', 'steps of the method, the least first', IMPACT))
    .option('--left', 'the rows that were left, each with its reason, instead')
    .action(read);
}

async function read(path: string, { likelihood, impact, left, ...options }: Options): Promise<void> {
  const format = formatOf(options);
  const sheets = await gridsIn(path);
  const context = { likelihood, impact, catalogue: annexIds() };
  const found = readRegister(sheets, context, overrideOf(options));
  if (!found.ok) throw noTable(path, found.error, sheets);
  if (format === 'json' && !left) out(`${JSON.stringify(asJson(found.value), null, 2)}\n`);
  else if (left) printList(found.value.left, LEFT, format);
  else printList(found.value.rows, columnsOf(likelihood, impact), format);
  remark(found.value);
}

function columnsOf(likelihood: Scale, impact: Scale): readonly Column<RegisterRow>[] {
  const named = (scale: Scale, step: number | undefined): string =>
    step === undefined ? '' : (scale[step] ?? '');
  return [
    { name: 'row', of: (row) => row.row, right: true },
    { name: 'ref', of: (row) => row.said.ref ?? '' },
    { name: 'risk', of: (row) => row.title },
    { name: 'owner', of: (row) => row.said.owner ?? '' },
    { name: 'likelihood', of: (row) => named(likelihood, row.likelihood) },
    { name: 'impact', of: (row) => named(impact, row.impact) },
    { name: 'option', of: (row) => row.option ?? '' },
    { name: 'controls', of: (row) => row.controls.join(' ') },
    { name: 'due', of: (row) => row.due ?? '' },
    { name: 'unclear', of: (row) => row.unclear.join(' ') },
  ];
}

const LEFT: readonly Column<LeftRegisterRow>[] = [
  { name: 'sheet', of: (row) => row.sheet },
  { name: 'row', of: (row) => row.row, right: true },
  { name: 'left because', of: (row) => row.reason },
  { name: 'text', of: (row) => row.text },
];

function remark({ sheet, headRow, columns, rows, left }: RegisterReading): void {
  const unclear = rows.filter((row) => row.unclear.length > 0).length;
  const kept = columns.filter(({ field, heading }) => field === undefined && heading !== '').length;
  say(
    `${rows.length} risks (${sheet} below row ${headRow}), ${unclear} of them with something unclear. Columns kept as they are: ${kept}. Rows left: ${left.length}${left.length > 0 ? '; --left shows them' : ''}.`,
  );
}

function asJson({ sheet, headRow, columns, rows, left }: RegisterReading): object {
  return {
    sheet,
    head_row: headRow,
    columns: columns.map(({ index, heading, field }) => ({
      column: columnLetters(index),
      heading,
      field: field ?? null,
    })),
    rows,
    left,
  };
}

function scale(flags: string, about: string, names: string): Option {
  const read = (text: string): Scale => {
    const steps = text.split(',').map((name) => name.trim());
    if (steps.length >= 3 && steps.length <= 5 && !steps.includes('')) return steps;
    throw new InvalidArgumentError('It is three to five names, parted by commas.');
  };
  return new Option(flags, about).argParser(read).default(read(names), names);
}
