// assay sample draw --rows and assay sample verify: over files, without a server.
import {
  assertNever,
  drawSample,
  orderRows,
  recipeFaults,
  recipeOf,
  seedText,
  type Drawn,
  type DrawError,
  type OrderedRows,
  type RecipeFault,
  type RowNotCanonical,
  type StrataRule,
} from '@assay/core';
import { randomBytes } from 'node:crypto';
import { CommandEnd, EXIT } from '../exit.ts';
import { ports } from '../offline/kept.ts';
import { formatOf, out, printList, printOne, say } from '../output.ts';
import { recipeIn, rowsIn } from '../samples/files.ts';

export interface OfflineDraw {
  readonly rows: string;
  readonly size: readonly number[];
  readonly seed?: string;
  readonly by: StrataRule;
  readonly output?: string;
  readonly json?: boolean;
}

/** Draws from a file and prints the items, or with `-o json` the recipe. */
export function drawFromFile({
  rows,
  size,
  seed = seedText(randomBytes(32)),
  by,
  ...options
}: OfflineDraw): void {
  const population = orderRows(rowsIn(rows), ports.sha256);
  if (!population.ok) throw refused(population.error);
  const rule = { seed, strata: by, sizes: size };
  const drawn = drawSample(population.value, rule, ports.sha256);
  if (!drawn.ok) throw refused(drawn.error);
  const format = formatOf(options);
  const recipe = recipeOf(population.value, rule, drawn.value.items);
  if (format === 'json') out(`${JSON.stringify(recipe, null, 2)}\n`);
  else printList(itemsOf(population.value, drawn.value), COLUMNS, format);
  say(
    `${drawn.value.items.length} of ${recipe.population.rows} rows, seed ${seed}, digest ${recipe.population.digest}. Keep the recipe: -o json.`,
  );
}

const COLUMNS = [
  { name: 'rank', of: (item: Shown) => item.rank, right: true },
  { name: 'stratum', of: (item: Shown) => item.stratum },
  { name: 'step', of: (item: Shown) => item.step, right: true },
  { name: 'row', of: (item: Shown) => item.row },
] as const;

type Shown = Drawn['items'][number] & { readonly row: string };

function itemsOf({ rows }: OrderedRows, { items }: Drawn): readonly Shown[] {
  return items.map((item) => ({ ...item, row: rows[item.rank] ?? '' }));
}

/** Draws again what a recipe says and compares; exit code 1 when it does not fit. */
export function verifyRecipe(
  path: string,
  rowsPath: string | undefined,
  options: { readonly output?: string; readonly json?: boolean },
): void {
  const { recipe, rows: own } = recipeIn(path);
  const rows = rowsPath === undefined ? own : rowsIn(rowsPath);
  if (!rows) throw new CommandEnd(EXIT.usage, `${path} does not hold the rows.`, 'Name their file after it.');
  const faults = recipeFaults(recipe, rows, ports.sha256);
  if (!faults.ok) throw refused(faults.error);
  const ok = faults.value.length === 0;
  printOne(
    { ok, items: recipe.items.length, rows: rows.length, faults: faults.value },
    [
      ['verified', ok ? 'the same sample' : 'it does not fit'],
      ['items', `${recipe.items.length} of ${rows.length} rows`],
      ['seed', recipe.seed],
      ['digest', recipe.population.digest],
      ...faults.value.map((fault): [string, string] => ['fault', `${told(fault)} (${fault.code})`]),
    ],
    formatOf(options),
  );
  if (!ok) process.exitCode = EXIT.error;
}

function told(fault: RecipeFault): string {
  switch (fault.code) {
    case 'population.rows':
      return `there are ${fault.found} rows, and the recipe says otherwise`;
    case 'population.digest':
      return `the rows are others: their digest is ${fault.found}`;
    case 'items.differ':
      return `item ${fault.item + 1} is not the one that is drawn`;
    default:
      return assertNever(fault);
  }
}

function refused(error: DrawError | RowNotCanonical): CommandEnd {
  if ('row' in error)
    return new CommandEnd(
      EXIT.error,
      `Row ${error.row + 1} has no canonical form, at ${error.pointer || '/'}.`,
    );
  const why = {
    'seed.malformed': 'The seed is none: 1 to 256 bytes of text, or hex: and an even number of digits.',
    'sizes.malformed': 'The sizes must grow and end at most at the number of rows.',
    'digest.malformed': 'The digest is none.',
  } as const;
  return new CommandEnd(EXIT.error, why[error.code]);
}
