// Decisions, mappings, settings: every version of them must be what the ledger committed to, and follow the one before.
import { groupBy } from '@assay/core';
import { z } from 'zod';
import type { History, HistoryRow, Told } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { Fault, VerifyWork } from './fault.ts';
import { digestOf, textOf } from './founded.ts';
import { entriesOfKinds, holdLedger, type EntryRow } from './ledger.repository.ts';

/** Faults of one table that are listed; more say nothing more. */
const MOST_FAULTS = 100;
const STARTED = 'organisation.started';
const payloadSchema = z.record(z.string(), z.json());
const foundedSchema = z.object({ founded: z.record(z.string(), z.string()) });

export async function verifyHistories(work: VerifyWork): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const history of work.deps.histories) {
    const found = await work.deps.db.inOrganisation(work.scope.org, async (tx) => {
      // Rows and entries must be of one moment: no writer comes between the two reads.
      await holdLedger(tx, work.scope);
      const rows = await history.rows(tx, work.scope);
      const entries = await entriesOfKinds(tx, work.scope, [STARTED, ...history.kinds]);
      return historyFaults(history, rows, entries);
    });
    faults.push(...found.slice(0, MOST_FAULTS));
  }
  return faults;
}

function historyFaults(
  history: History<OrgScope>,
  rows: readonly HistoryRow[],
  entries: readonly EntryRow[],
): readonly Fault[] {
  const start = entries.find((entry) => entry.kind === STARTED);
  const told = entries.flatMap((entry) => (entry === start ? [] : toldBy(history, entry)));
  const tellings = groupBy(told, ({ thing }) => thing);
  const things = groupBy(rows, ({ thing }) => thing);
  const founded: HistoryRow[] = [];
  const faults: Fault[] = [];
  for (const thing of new Set([...things.keys(), ...tellings.keys()])) {
    const own = things.get(thing) ?? [];
    const events = tellings.get(thing) ?? [];
    const versions = events.filter(({ says }) => says !== 'end').length;
    const [first, ...later] = own;
    const before = history.founded && first && own.length === versions + 1;
    if (before) founded.push(first);
    const item = `${history.title} ${thing}`;
    faults.push(...chainFaults(item, before ? later : own, events), ...seamFaults(item, own, events));
  }
  const digest = foundedSchema.safeParse(start && jsonOf(start.payload)).data?.founded[history.title];
  if (history.founded && digest !== undefined && digest !== digestOf(founded))
    faults.push({ item: history.title, fault: 'is not what the organisation started with' });
  return faults;
}

function toldBy(history: History<OrgScope>, entry: EntryRow): readonly Told[] {
  const payload = payloadSchema.safeParse(jsonOf(entry.payload));
  // A payload that no longer reads is named with its entry.
  return payload.success ? [history.told(entry.kind, payload.data, entry.subject)] : [];
}

/** Each version is the one that was told. */
function chainFaults(item: string, rows: readonly HistoryRow[], events: readonly Told[]): readonly Fault[] {
  const versions = events.filter((event) => event.says !== 'end');
  if (rows.length !== versions.length)
    return [{ item, fault: `has ${rows.length} versions; the ledger speaks of ${versions.length}` }];
  return rows.flatMap((row, i): readonly Fault[] => {
    const event = versions[i];
    if (event?.says !== 'version' || textOf(event.document) === textOf(row.document)) return [];
    return [{ item: `${item} version ${i + 1}`, fault: 'is not what the ledger committed to' }];
  });
}

/** Each version ends where the next begins; the last is open unless the ledger says that it ended. */
function seamFaults(item: string, rows: readonly HistoryRow[], events: readonly Told[]): readonly Fault[] {
  const ended = events.at(-1)?.says === 'end';
  const holes = events.some(({ says }) => says === 'end');
  return rows.flatMap((row, i): readonly Fault[] => {
    const next = rows[i + 1];
    const fits = next
      ? row.until === next.from || (holes && row.until !== null && row.until <= next.from)
      : (row.until === null) === !ended;
    return fits ? [] : [{ item: `${item} version ${i + 1}`, fault: 'does not end where the ledger says' }];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
