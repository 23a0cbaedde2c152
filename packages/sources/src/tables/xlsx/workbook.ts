// An Excel workbook (ECMA-376): archive within limits, DOCTYPE refused, nothing run, nothing fetched.
import type { GridSheet } from '@assay/core';
import type { Bytes, Sink } from '../../read/reader.ts';
import type { ReadRequest, StoredRequest } from '../../read/summary.ts';
import { JsonFault } from '../../stream/fault.ts';
import { withParts, type ZipEntry } from '../../stream/zip.ts';
import type { Lookups } from './cell.ts';
import { readRelations, readSharedTexts, readSheetNames, type Workbook } from './parts.ts';
import { Budget, GridRows } from '../grid/gridRows.ts';
import { readGridSheet } from '../grid/gridSheet.ts';
import { readSheet } from './sheet.ts';
import { readStyles } from './styles.ts';

/** Reads the sheet that was asked for, or the first. */
export function readWorkbook(request: ReadRequest, sink: Sink): Promise<void> {
  return withParts(request, request.limits, async (parts) => {
    const book = await readSheetNames(await part(parts, 'xl/workbook.xml'));
    const relations = await readRelations(await part(parts, 'xl/_rels/workbook.xml.rels'));
    const wanted = request.options.table?.sheet;
    const sheet = wanted === undefined ? book.sheets[0] : book.sheets.find((each) => each.name === wanted);
    if (!sheet)
      throw new JsonFault(
        'xlsx.sheet_unknown',
        `The workbook has no such sheet; it has ${book.sheets
          .slice(0, 20)
          .map((each) => `“${each.name.slice(0, 40)}”`)
          .join(', ')}.`,
        'workbook.xml',
      );
    await readSheet(
      await part(parts, relations.get(sheet.relation) ?? sheet.relation),
      await lookupsOf(parts, book),
      { sink, sheets: book.sheets.map((each) => each.name.slice(0, 100)) },
    );
  });
}

/** Every sheet as it lies, titles above a table and merged cells included. */
export function readGridWorkbook(request: StoredRequest): Promise<GridSheet[]> {
  return withParts(request, request.limits, async (parts) => {
    const book = await readSheetNames(await part(parts, 'xl/workbook.xml'));
    const relations = await readRelations(await part(parts, 'xl/_rels/workbook.xml.rels'));
    const lookups = await lookupsOf(parts, book);
    const budget = new Budget();
    const sheets: GridSheet[] = [];
    for (const { name, relation } of book.sheets) {
      const bytes = await part(parts, relations.get(relation) ?? relation);
      const grid = new GridRows(budget);
      await readGridSheet(bytes, lookups, grid);
      sheets.push({ name: name.slice(0, 100), rows: grid.rows });
    }
    return sheets;
  });
}

async function lookupsOf(parts: readonly ZipEntry[], book: Workbook): Promise<Lookups> {
  const texts = optional(parts, 'xl/sharedStrings.xml');
  const styles = optional(parts, 'xl/styles.xml');
  return {
    texts: texts ? await readSharedTexts(await texts.open()) : [],
    styles: styles ? await readStyles(await styles.open()) : [],
    from1904: book.from1904,
  };
}

function part(parts: readonly ZipEntry[], name: string): Promise<Bytes> {
  const found = optional(parts, name);
  if (!found)
    throw new JsonFault(
      'xlsx.part_missing',
      'The archive is not an Excel workbook.',
      `entry ${name.slice(0, 100)}`,
    );
  return found.open();
}

function optional(parts: readonly ZipEntry[], name: string): ZipEntry | undefined {
  return parts.find((each) => each.name.toLowerCase() === name.toLowerCase());
}
