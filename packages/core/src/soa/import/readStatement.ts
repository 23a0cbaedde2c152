// Finds the table in a workbook and says of each row what was read, or why it was left.
import { err, ok, type Result } from '../../kernel/index.ts';
import { legendOf, type GridSheet, type TableColumn } from '../../tables/index.ts';
import { appliesOf } from './applies.ts';
import type { AnnexEdition } from './controlId.ts';
import type { StatementField } from './headings.ts';
import { continuedBy, placesIn, type Place, type StatementOverride } from './place.ts';
import { rowsOf, type Colours, type LeftRow, type StatementRow } from './rows.ts';
import { statusOf } from './status.ts';

/** `headRow` counts from 1, as spreadsheets do; 0 says that the table has no headings. */
export interface StatementTable {
  readonly sheet: string;
  readonly headRow: number;
  readonly columns: readonly TableColumn<StatementField>[];
}
/** `others` are sheets that hold controls too and were not read: a person may choose one. */
export interface StatementReading {
  readonly edition: AnnexEdition;
  readonly tables: readonly StatementTable[];
  readonly rows: readonly StatementRow[];
  readonly left: readonly LeftRow[];
  readonly others: readonly {
    readonly sheet: string;
    readonly ids: number;
    readonly edition: AnnexEdition;
  }[];
}
export type NoStatement = 'no_table' | 'unknown_sheet';

/**
 * Reads a statement of applicability of any layout.
 * @param catalogue ids of Annex A of both editions, as `A.5.1` and `A.5.1.1`
 * @param override what a person has said of the table; it goes before what would be guessed
 * @returns `no_table` if no sheet holds three different ids of Annex A beside a column that decides, or twenty alone
 */
export function readStatement(
  sheets: readonly GridSheet[],
  catalogue: ReadonlySet<string>,
  override: StatementOverride = {},
): Result<StatementReading, NoStatement> {
  const { sheet: wanted } = override;
  const chosen = sheets.filter(({ name }) => wanted === undefined || name === wanted);
  if (wanted !== undefined && chosen.length === 0) return err('unknown_sheet');
  const found = placesIn(chosen, catalogue, override);
  const places = continuedBy(found);
  const [first] = places;
  if (first === undefined) return err('no_table');
  const colours = coloursOf(sheets, places);
  const read = rowsOf(places, colours);
  return ok({
    edition: first.edition,
    tables: places.map(({ sheet, head, columns }) => ({ sheet: sheet.name, headRow: head + 1, columns })),
    ...read,
    others: found
      .filter((place) => !places.includes(place))
      .map(({ sheet, ids, edition }) => ({ sheet: sheet.name, ids: ids.size, edition })),
  });
}

/** What the colours of the cells mean, if the workbook has a legend beside its tables. */
function coloursOf(sheets: readonly GridSheet[], places: readonly Place[]): Colours {
  const spans = new Map(
    places.map(({ sheet, head, cells }) => [
      sheet,
      { from: Math.max(0, head - 1), to: cells.findLastIndex((cell) => cell !== undefined) },
    ]),
  );
  const isTable = (sheet: GridSheet, row: number): boolean => {
    const span = spans.get(sheet);
    return span !== undefined && row >= span.from && row <= span.to;
  };
  return {
    applies: legendOf(sheets, isTable, (text) => known(appliesOf(text))),
    status: legendOf(sheets, isTable, (text) => known(statusOf(text))),
  };
}

function known<T extends string>(said: T | 'unclear'): T | undefined {
  return said === 'unclear' ? undefined : said;
}
