// A workbook or a CSV file as grids of cells, for tables whose place in the file nobody has said.
import type { GridSheet } from '@assay/core';
import { err, ok, type Result } from '@assay/core/kernel';
import { problemOf } from '../../read/readFile.ts';
import type { Problem } from '../../read/reader.ts';
import type { StoredRequest } from '../../read/summary.ts';
import { JsonFault } from '../../stream/fault.ts';
import { fileBytes, openBytes, type Opened } from '../../stream/open.ts';
import { isZip } from '../../stream/zip.ts';
import { readGridWorkbook } from '../xlsx/workbook.ts';
import { readGridCsv } from './gridCsv.ts';
import { Budget } from './gridRows.ts';

/** All sheets of a workbook, or the one of a CSV file; the problem says what is wrong with a file that is neither. */
export async function readGrid(request: StoredRequest): Promise<Result<readonly GridSheet[], Problem>> {
  try {
    const opened = await openBytes(fileBytes(request), request.limits);
    try {
      return ok(await sheetsOf(request, opened));
    } finally {
      await opened.close();
    }
  } catch (cause) {
    return err(problemOf(cause));
  }
}

async function sheetsOf(request: StoredRequest, opened: Opened): Promise<readonly GridSheet[]> {
  const { bytes, text } = opened.head;
  if (isZip(bytes)) return readGridWorkbook(request);
  if (OLD_OFFICE.every((byte, i) => bytes[i] === byte))
    throw new JsonFault('xls.old', 'The workbook has the old format of Excel, or a password.', 'whole file');
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text))
    throw new JsonFault('xls.markup', 'The file is a web page or XML, whatever its name says.', 'whole file');
  return [{ name: 'CSV', rows: await readGridCsv(opened, new Budget()) }];
}

/** Compound files, in which Excel kept workbooks until 2007 and keeps those with a password ([MS-CFB] 2.2). */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0] as const;
