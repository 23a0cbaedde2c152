// Decisions, mappings, settings: every version of them must be what the ledger committed to, and follow the one before.
import { groupBy, type Instant } from '@assay/core';
import { z } from 'zod';
import {
  textIn,
  type Document,
  type History,
  type HistoryRow,
  type Told,
} from '../../../platform/postgres/history.ts';
import { startOfNext } from '../../../platform/postgres/versions.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { Fault, VerifyWork } from './fault.ts';
import { digestOf, textOf } from './founded.ts';
import { holdLedger } from './append.repository.ts';
import { entriesOfKinds, type EntryRow } from './ledger.repository.ts';

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
    const before = history.founded && own.length === versions + 1 ? own[0] : undefined;
    if (before) founded.push(before);
    const wanted = expected(events, before);
    faults.push(
      ...thingFaults(`${history.title} ${thing}`, own, history.last === true ? wanted.slice(-1) : wanted),
    );
  }
  const digest = foundedSchema.safeParse(start && jsonOf(start.payload)).data?.founded[history.title];
  if (history.founded && digest !== undefined && digest !== digestOf(founded))
    faults.push({ item: history.title, fault: 'is not what the organisation started with' });
  return faults;
}

type Event = Told & { readonly at: Instant; readonly by: string };

function toldBy(history: History<OrgScope>, entry: EntryRow): readonly Event[] {
  const payload = payloadSchema.safeParse(jsonOf(entry.payload));
  // A payload that no longer reads is named with its entry.
  const told = payload.success ? [history.told(entry.kind, payload.data, entry.subject)].flat() : [];
  const by = payload.success ? textIn(payload.data, 'by') : '';
  return told.map((each) => ({ ...each, at: entry.at, by }));
}

/** A version as the ledger has it; without a document where the ledger only says that there was a change. */
interface Expected {
  readonly document: Document | undefined;
  readonly from: Instant | undefined;
  readonly by?: string;
  until: Instant | null;
}

/** The versions that a thing must have: each ends where the next begins, or where it was taken back. */
function expected(events: readonly Event[], founded: HistoryRow | undefined): readonly Expected[] {
  const versions: Expected[] = [];
  let open: Expected | undefined = founded && { ...founded, until: null };
  if (open) versions.push(open);
  for (const event of events) {
    const from = startOfNext(open?.from, event.at);
    if (open) open.until = from;
    open =
      event.says === 'end'
        ? undefined
        : {
            document: event.says === 'version' ? event.document : undefined,
            from,
            by: event.by,
            until: null,
          };
    if (open) versions.push(open);
  }
  return versions;
}

function thingFaults(
  item: string,
  rows: readonly HistoryRow[],
  versions: readonly Expected[],
): readonly Fault[] {
  if (rows.length !== versions.length)
    return [{ item, fault: `has ${rows.length} versions; the ledger speaks of ${versions.length}` }];
  return rows.flatMap((row, i): readonly Fault[] => {
    const wanted = versions[i];
    const name = `${item} version ${i + 1}`;
    const same = wanted?.document === undefined || textOf(wanted.document) === textOf(row.document);
    const author = row.by === undefined || !wanted?.by || row.by === wanted.by;
    const times = row.from === undefined || (row.from === wanted?.from && row.until === wanted.until);
    return [
      ...(same ? [] : [{ item: name, fault: 'is not what the ledger committed to' }]),
      ...(author ? [] : [{ item: name, fault: 'was not written by whom the ledger says' }]),
      ...(times ? [] : [{ item: name, fault: 'does not begin and end when the ledger says' }]),
    ];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
