// A kept file as grids, read apart; what is wrong with it ends the command.
import type { GridSheet } from '@assay/core';
import { GRID_LIMITS, readGridInWorker } from '@assay/sources';
import { CommandEnd, EXIT } from '../exit.ts';
import { requireFile } from '../files.ts';

export async function gridsIn(path: string): Promise<readonly GridSheet[]> {
  requireFile(path);
  const found = await readGridInWorker({ path, limits: GRID_LIMITS });
  if (found.ok) return found.value;
  const { message, position, remedy } = found.error;
  throw new CommandEnd(EXIT.error, `${path}: ${message} (${position})`, remedy);
}

/** Why no table was found. */
export function noTable(
  path: string,
  why: 'no_table' | 'unknown_sheet',
  sheets: readonly GridSheet[],
): CommandEnd {
  const names = sheets.map(({ name }) => name).join(', ');
  return why === 'unknown_sheet'
    ? new CommandEnd(EXIT.usage, `${path} has no such sheet.`, `It has ${names}.`)
    : new CommandEnd(
        EXIT.error,
        `${path} holds no table that could be recognised; its sheets are ${names}.`,
        'Name the sheet, the row of the headings and what the columns are: --sheet, --head-row, --column.',
      );
}
