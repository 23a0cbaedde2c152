// A workbook as a grid of cells, for tables whose place in the sheet nobody has said.
import { err, ok, type GridSheet, type Result } from '@assay/core';
import { problemOf } from '../../read/readFile.ts';
import type { Problem } from '../../read/reader.ts';
import type { ReadRequest } from '../../read/summary.ts';
import { readGridWorkbook } from '../xlsx/workbook.ts';

/** All sheets of an Excel workbook; the problem says what is wrong with a file that is none. */
export async function readGrid(
  request: Pick<ReadRequest, 'path' | 'limits'>,
): Promise<Result<readonly GridSheet[], Problem>> {
  try {
    return ok(await readGridWorkbook(request));
  } catch (cause) {
    return err(problemOf(cause));
  }
}
