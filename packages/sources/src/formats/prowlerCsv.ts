// Prowler's CSV: one row a finding, semicolons between the cells.
import { instantOf, observation, severityOf } from '../read/observe.ts';
import { refused, unknownStatus } from '../read/problem.ts';
import type { Reader, Sink } from '../read/reader.ts';
import { mutedMessage, PROWLER_STATUS, prowlerCheck, prowlerStatus, prowlerSubject } from './prowler.ts';
import { readTable, type Cells, type Row } from './table.ts';

const COLUMNS = ['CHECK_ID', 'STATUS', 'RESOURCE_UID'];

export const prowlerCsv: Reader = {
  id: 'prowler-csv',
  title: 'Prowler (CSV)',
  version: 1,
  manual: {
    recognised: 'a header with CHECK_ID, STATUS and RESOURCE_UID',
    reads: 'stream',
    fields: {
      check: 'CHECK_ID',
      subject: 'RESOURCE_UID, else RESOURCE_NAME; with ACCOUNT_UID and REGION unless it is an ARN',
      observedAt: 'TIMESTAMP',
      severity: 'SEVERITY',
      message: 'STATUS_EXTENDED; MUTED rows say so',
    },
    words: [{ field: 'STATUS', table: PROWLER_STATUS }],
    also: [['fail', 'a muted row whose STATUS is FAIL']],
  },
  recognise: (head) => {
    const names = new Set(
      (head.text.split('\n', 1)[0] ?? '').split(/[;,]/).map((name) => name.replaceAll('"', '').trim()),
    );
    return COLUMNS.every((name) => names.has(name)) ? 0.97 : 0;
  },
  read: async (bytes, sink) => {
    let told = false;
    await readTable(bytes, { sink, columns: COLUMNS }, (row) => {
      if (!told) tellSource(row.cell, sink);
      told = true;
      return readRow(row, sink);
    });
  },
};

function readRow({ cell, position }: Row, sink: Sink): void | Promise<void> {
  const check = cell('CHECK_ID');
  if (check === undefined)
    return sink.problem(
      refused('prowler.no_check', 'A row names no check.', {
        position,
        remedy: 'Fill the cell, or leave the row out.',
      }),
    );
  const word = cell('STATUS') ?? '';
  const status = prowlerStatus(word);
  if (!status) sink.problem(unknownStatus('prowler', word, position));
  const subject = prowlerSubject({
    uid: cell('RESOURCE_UID') ?? cell('RESOURCE_NAME'),
    account: cell('ACCOUNT_UID'),
    region: cell('REGION'),
  });
  const message = mutedMessage(cell('MUTED')?.toLowerCase() === 'true', cell('STATUS_EXTENDED'));
  return sink.observation(
    observation({
      tool: 'prowler',
      check: prowlerCheck(check),
      subject,
      status: status ?? 'unknown',
      observedAt: instantOf(cell('TIMESTAMP')),
      severity: severityOf(cell('SEVERITY')),
      message,
    }),
  );
}

function tellSource(cell: Cells, sink: Sink): void {
  const version = cell('PROWLER_VERSION');
  const ranAt = instantOf(cell('TIMESTAMP'));
  const scope = cell('ACCOUNT_UID');
  sink.source({
    tool: 'prowler',
    ...(version ? { toolVersion: version } : {}),
    ...(ranAt ? { ranAt } : {}),
    ...(scope ? { scope } : {}),
  });
}
