// Records as they stand in the rows, every version of them, must be what the ledger committed to.
import { commitsToVersion } from '@assay/core';
import { evidenceDocument } from '../evidence.document.ts';
import { storedVersions, type StoredVersion } from '../stored.repository.ts';
import type { Fault, VerifyWork } from './fault.ts';
import { holdLedger } from './append.repository.ts';
import { entriesAbout, goneFromStore, type EntryRow } from './ledger.repository.ts';

/** Records that are read at a time. */
const BATCH = 500;

export async function verifyRecords(work: VerifyWork): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (let after: number | undefined = -1; after !== undefined;) {
    const batch: Batch = await verifyBatch(work, after);
    faults.push(...batch.faults);
    after = batch.last;
  }
  const gone = await work.deps.db.inOrganisation(work.scope.org, (tx) => goneFromStore(tx, work.scope));
  return [...faults, ...gone.map((item) => ({ item, fault: 'is in the ledger and nowhere else' }))];
}

interface Batch {
  readonly faults: readonly Fault[];
  readonly last: number | undefined;
}

async function verifyBatch(work: VerifyWork, after: number): Promise<Batch> {
  return work.deps.db.inOrganisation(work.scope.org, async (tx) => {
    // Rows and entries must be of one moment: no writer comes between the two reads.
    await holdLedger(tx, work.scope);
    const versions = await storedVersions(tx, work.scope, after, BATCH);
    const records = Map.groupBy(versions, (version) => version.id);
    const entries = await entriesAbout(tx, work.scope, [...records.keys()], 'evidence.');
    const told = Map.groupBy(entries, (entry) => entry.subject);
    const faults = [...records].flatMap(([id, own]) => recordFaults(own, told.get(id) ?? []));
    return { faults, last: versions.at(-1)?.seq };
  });
}

function recordFaults(versions: readonly StoredVersion[], entries: readonly EntryRow[]): readonly Fault[] {
  const item = `evidence ${codeOf(entries[0]) ?? `E-${versions[0]?.seq ?? '?'}`}`;
  if (entries.length === 0) return [{ item, fault: 'has no ledger entry' }];
  const count =
    versions.length === entries.length
      ? []
      : [{ item, fault: `has ${versions.length} versions; the ledger speaks of ${entries.length}` }];
  return [
    ...count,
    ...versions.flatMap((version, i): readonly Fault[] => {
      const entry = entries[i];
      const name = `${item} version ${version.revision}`;
      const document = version.record && evidenceDocument(version.record);
      const committed = entry && document && commitsToVersion(entry.payload, document);
      const ends = version.knownUntil === (versions[i + 1]?.knownFrom ?? null);
      return [
        ...(committed || !entry ? [] : [{ item: name, fault: 'is not what the ledger committed to' }]),
        ...(ends ? [] : [{ item: name, fault: 'does not end where the next version begins' }]),
      ];
    }),
  ];
}

/** What the ledger calls a record: its row may have another number now. */
function codeOf(entry: EntryRow | undefined): string | undefined {
  return /"code":"(E-\d+)"/.exec(entry?.payload ?? '')?.[1];
}
