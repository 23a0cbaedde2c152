// Reads one file with the reader it is for; whatever goes wrong becomes problems, never an exception.
import { artefact } from '../formats/artefact.ts';
import { suggestColumns } from '../formats/columns.ts';
import { JsonFault } from '../stream/fault.ts';
import { fileBytes, openBytes } from '../stream/open.ts';
import { sizeAt } from '../stream/place.ts';
import { isZip } from '../stream/zip.ts';
import { readTableFile } from '../tables/tableFile.ts';
import { readArchive } from './archive.ts';
import { Gathering } from './gathering.ts';
import { clean } from './observe.ts';
import { fatal } from './problem.ts';
import type { Head, Problem, Sink } from './reader.ts';
import { readerFor } from './registry.ts';
import { isCutShort, type Batch, type Progress, type ReadRequest, type Summary } from './summary.ts';

const REMEDIES: Readonly<Record<string, string>> = {
  'json.syntax': 'Export the file again; it was cut off or edited by hand.',
  'json.truncated': 'Send the file again; it was cut off on the way.',
  'json.depth': 'No scanner writes this; check where the file comes from.',
  'json.encoding': 'Export the file again as UTF-8.',
  'json.item_too_large': 'Check where the file comes from; no scanner writes one finding of this size.',
  'csv.encoding': 'Save the table as UTF-8.',
  'csv.quote_open': 'Close the quote, or export the table again.',
  'xml.truncated': 'Send the file again; it was cut off on the way.',
  'xml.syntax': 'Export the file again; it was edited by hand or written by something else.',
  'xml.doctype': 'Remove the DOCTYPE, or export without it.',
  'gzip.ratio': 'Unzip it yourself and send what is inside.',
  'gzip.damaged': 'Send the file again; it was cut off on the way.',
  'zip.ratio': 'Unzip it yourself and send what is inside.',
  'zip.nested': 'Unzip the inner archive and send what is inside.',
  'zip.path': 'No ordinary tool writes this; check where the archive comes from.',
  'zip.entries': 'Send the files in smaller archives.',
  'zip.method': 'Pack it again without a password, with the ordinary method.',
  'zip.damaged': 'Send the file again; it was cut off on the way.',
  'xlsx.part_missing': 'Save it again as an Excel workbook (.xlsx), or as CSV.',
  'xlsx.row_number': 'Open the workbook and save it again.',
  'xls.old': 'Save it as an Excel workbook (.xlsx) without a password, or as CSV.',
  'xls.markup': 'Open it in a spreadsheet program and save it as .xlsx or as CSV.',
  'xlsx.sheet_unknown': 'Name one of its sheets.',
  'table.too_much_text': 'Save the sheet that holds the table as a workbook of its own.',
  'table.columns': 'Save the table alone, without what stands far to its right.',
  'table.too_many_cells': 'Save the sheet that holds the table as a workbook of its own.',
  'docx.part_missing': 'Save it again as a Word document (.docx).',
  'docx.macros': 'Save it as a Word document without macros (.docx).',
  'docx.empty': 'Type the text, or save it as PDF where it is a picture.',
  'doc.old': 'Save it as a Word document (.docx) without a password.',
  'text.markup': 'Save it as .docx, .pdf or .md.',
  'text.encoding': 'Save the text as UTF-8, or send a .docx or .pdf.',
  'text.binary': 'Send a .docx, a .pdf or Markdown.',
  'text.empty': 'Write something into it.',
  'text.too_long': 'Split it into several documents.',
  'pdf.cut_off': 'Send the file again; it was cut off on the way.',
  'pdf.protected': 'Save it without a password, so that everybody who is to confirm it can read it.',
  'pdf.active': 'Print it to PDF again, which leaves only its pages.',
  'file.too_large': 'Split the export, for example by account.',
};

/** Reads the file and gives its content in batches; the promise that `give` returns holds the reading back, its failure is thrown. */
export async function readFile(
  request: ReadRequest,
  give: (batch: Batch) => Promise<void>,
  tell: (progress: Progress) => void = () => {},
): Promise<Summary> {
  const gathering = new Gathering(give);
  try {
    await readInto(request, gathering, tell);
    await gathering.flush();
  } catch (cause) {
    // A batch that could not be taken is no fault of the file.
    if (gathering.failure) throw gathering.failure.cause;
    const problem = problemOf(cause);
    gathering.problem(problem);
    if (isCutShort(problem.code)) await gathering.flush();
  }
  return gathering.summary();
}

async function readInto(
  request: ReadRequest,
  gathering: Gathering,
  tell: (progress: Progress) => void,
): Promise<void> {
  const total = await sizeAt(request);
  let read = 0;
  const raw = fileBytes(request, (count) => {
    read += count;
    tell({ read, total });
  });
  const opened = await openBytes(raw, request.limits);
  try {
    if (request.options.table) {
      await readTableFile(request, opened, gathering);
      return;
    }
    if (isZip(opened.head.bytes)) {
      gathering.reader = await readArchive(request, gathering, (bytes) => tell({ read: bytes, total }));
      return;
    }
    const reader = readerFor(opened.head, request.options.columns !== undefined);
    gathering.reader = reader;
    if (reader.id === artefact.id) hintAtColumns(opened.head, gathering);
    else await reader.read(opened.bytes, gathering, request.options);
  } finally {
    await opened.close();
  }
}

/** A table that nobody has explained stays an artefact; say that it need not. */
function hintAtColumns(head: Head, sink: Sink): void {
  const columns = suggestColumns(head);
  if (!columns) return;
  sink.problem({
    code: 'csv.mapping_possible',
    level: 'warning',
    message: `The file is kept as it is; its columns look like a table of checks (${columns.check}, ${columns.subject}, ${columns.status}).`,
    position: 'line 1',
    remedy: 'Name the columns to have its rows read as observations.',
  });
}

/** What a failure of reading says to people. */
export function problemOf(cause: unknown): Problem {
  if (cause instanceof JsonFault)
    return fatal(cause.code, cause.message, {
      position: cause.position,
      remedy: REMEDIES[cause.code] ?? 'Export the file again, or keep it as a plain artefact.',
    });
  const message = cause instanceof Error ? cause.message : String(cause);
  return fatal(
    'file.unreadable',
    `The file could not be read: ${clean(message, 200).replace(/[\s.]+$/, '')}.`,
    {
      remedy: 'Send the file again; if it persists, report it with the reader’s name.',
    },
  );
}
