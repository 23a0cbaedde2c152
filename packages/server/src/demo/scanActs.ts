// From a scanner file to acts: imported as a user's own would be, named where its reader cannot, reviewed, taken back.
import type { Instant } from '@assay/core';
import { readFile } from '@assay/sources';
import type { Tx } from '../platform/postgres/database.ts';
import { Course, findEvidence, findImport } from '../slices/evidence/evidence.module.ts';
import { reviewEvidence, type Work } from '../slices/evidence/evidence.usecases.ts';
import { commitImport, undoImport } from '../slices/evidence/imports.usecases.ts';
import { openReading, readImport } from '../slices/evidence/reading/reading.usecases.ts';
import { must, type Act, type Place } from './act.ts';
import { at, type Calendar } from './calendar.ts';
import { OWNERS } from './people.ts';
import type { ScanFile } from './scans/scan.ts';

/** When a file arrived. */
export function arrivedAt(scan: ScanFile, on: Calendar): Instant {
  return at(on.ago(scan.daysAgo), scan.arrived);
}

export function scanActs(scan: ScanFile, place: Place): readonly Act[] {
  const { on } = place;
  const now = arrivedAt(scan, on);
  let code: string | null = null;
  const acts: Act[] = [
    {
      at: now,
      alone: async () => {
        code = await bring(scan, place, now);
      },
    },
  ];
  const { acceptedBy } = scan;
  if (acceptedBy !== undefined && scan.ends === undefined) {
    const when = at(on.ago(Math.max(1, scan.daysAgo - 1)), '17:40');
    acts.push({
      at: when,
      inside: async (tx) => {
        const work = workOf(place, tx, { by: acceptedBy, now: when });
        const held = code === null ? undefined : await findEvidence(tx, work.scope, code);
        if (!held) throw new Error(`demo: ${scan.filename} left no evidence`);
        must(await reviewEvidence(work, held, { state: 'accepted', by: acceptedBy, at: when }));
      },
    });
  }
  return acts;
}

/** Reads, commits and names one file; the code of its evidence, or null when it left none. */
async function bring(scan: ScanFile, place: Place, now: Instant): Promise<string | null> {
  const { deps, on } = place;
  const scope = place.as(personOf(scan));
  const inOrg = <T>(act: (tx: Tx) => Promise<T>): Promise<T> => deps.db.inOrganisation(scope.org, act);
  const draft = {
    artefact: place.stored(scan.filename),
    filename: scan.filename,
    options: {
      method: scan.method,
      controls: [...(scan.controls ?? [])],
      performedAt: scan.called ? on.ago(scan.daysAgo) : null,
      covers: scan.covers ? { from: on.ago(scan.covers[0]), until: on.ago(scan.covers[1]) } : null,
      partial: false,
      ...scan.called,
      ...(scan.columns ? { columns: scan.columns } : {}),
    },
  };
  const { held } = must(await inOrg((tx) => openReading({ tx, scope, now }, draft, place.known)));
  // Our own bytes need no process apart, and a first start has no time for sixty of them.
  if (held.reading)
    await readImport({ db: deps.db, deps, scope, read: readFile }, held, new Course(held, held.reading));
  if (scan.ends === 'refused' || scan.ends === 'waiting') {
    const read = await inOrg((tx) => findImport(tx, scope, held.id));
    const expected = scan.ends === 'refused' ? 'refused' : 'pending';
    if (read?.state !== expected)
      throw new Error(`demo: the import of ${scan.filename} is ${read?.state ?? 'gone'}`);
    return null;
  }
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const work = workOf(place, tx, { by: personOf(scan), now: now });
    const done = must(await commitImport({ ...work, deps }, held.id));
    if (scan.ends === 'undone') {
      const later = at(on.ago(scan.daysAgo), '14:50');
      must(await undoImport(workOf(place, tx, { by: personOf(scan), now: later }), held.id));
      return null;
    }
    return done.evidence;
  });
}

function personOf(scan: ScanFile): string {
  return scan.method === 'upload' ? OWNERS.security_lead : 'Pipeline';
}

function workOf(place: Place, tx: Tx, act: { readonly by: string; readonly now: Instant }): Work {
  return { tx, scope: place.as(act.by), now: act.now, knownControls: place.known };
}
