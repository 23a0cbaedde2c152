// Finds the register in a workbook; what its rows say is read beside this.
import { err, ok, type Result } from '../../kernel/index.ts';
import type { GridSheet, TableColumn, TableOverride } from '../../tables/index.ts';
import type { RegisterField } from './headings.ts';
import { placeIn } from './place.ts';
import type { RegisterRow } from './row.ts';
import { rowsOf, type LeftRegisterRow, type RegisterContext } from './rows.ts';

/** `headRow` counts from 1, as spreadsheets do. */
export interface RegisterReading {
  readonly sheet: string;
  readonly headRow: number;
  readonly columns: readonly TableColumn<RegisterField>[];
  readonly rows: readonly RegisterRow[];
  readonly left: readonly LeftRegisterRow[];
}
export type NoRegister = 'no_table' | 'unknown_sheet';

/**
 * Reads a risk register of any layout.
 * @param override what a person has said of the table; it goes before what would be guessed
 * @returns `no_table` if no row of headings names a risk and something that rates it
 */
export function readRegister(
  sheets: readonly GridSheet[],
  context: RegisterContext,
  override: TableOverride<RegisterField> = {},
): Result<RegisterReading, NoRegister> {
  const chosen = sheets.filter(({ name }) => override.sheet === undefined || name === override.sheet);
  if (override.sheet !== undefined && chosen.length === 0) return err('unknown_sheet');
  const place = placeIn(chosen, override);
  if (place === undefined) return err('no_table');
  const { sheet, head, columns } = place;
  return ok({ sheet: sheet.name, headRow: head + 1, columns, ...rowsOf(place, context) });
}
