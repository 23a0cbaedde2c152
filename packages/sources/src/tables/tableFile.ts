// Reads any file that is a table: a workbook, lines of JSON, or CSV, told apart by what they hold.
import type { Gathering } from '../read/gathering.ts';
import type { ReadRequest } from '../read/summary.ts';
import type { Opened } from '../stream/open.ts';
import { isZip } from '../stream/zip.ts';
import { readCsvTable } from './csvTable.ts';
import { readJsonTable } from './jsonTable.ts';
import { readWorkbook } from './xlsx/workbook.ts';

/** Gives every row to the sink as `population` rows: the key is the row's place, the fields are its cells. */
export async function readTableFile(request: ReadRequest, opened: Opened, sink: Gathering): Promise<void> {
  if (isZip(opened.head.bytes)) {
    sink.reader = { id: 'xlsx', title: 'Excel workbook', version: 1 };
    await readWorkbook(request, sink);
  } else if (/^\s*[[{]/.test(opened.head.text)) {
    sink.reader = { id: 'json-table', title: 'JSON rows', version: 1 };
    await readJsonTable(opened.bytes, sink);
  } else {
    sink.reader = { id: 'csv-table', title: 'CSV table', version: 1 };
    await readCsvTable(opened.bytes, sink);
  }
}
