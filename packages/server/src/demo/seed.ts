// Makes the demo company through the same use cases as a user's own: deterministic but for today's date.
import {
  addDays,
  dateOfInstant,
  parseInstant,
  type Control,
  type Instant,
  type PlainDate,
  type Result,
} from '@assay/core';
import type { Deps } from '../app/deps.ts';
import type { OrgScope, Principal } from '../slices/access/access.module.ts';
import { createOrganisation } from '../slices/access/access.usecases.ts';
import { decideControl } from '../slices/controls/controls.module.ts';
import { storeArtefact } from '../slices/evidence/artefacts.usecases.ts';
import { addEvidence, reviewEvidence, type Work } from '../slices/evidence/evidence.usecases.ts';
import { commitImport, startImport } from '../slices/evidence/imports.usecases.ts';
import { decideApplicability } from '../slices/frameworks/frameworks.module.ts';
import { mapCheckTo } from '../slices/monitoring/mapcheck.usecases.ts';
import {
  DEMO_SLUG,
  demoSettings,
  EXCLUDED,
  OPEN,
  PLANNED,
  PROGRAMME_BEGAN,
  REFUSED,
  UNDECIDED,
} from './company.ts';
import { demoPapers, type Paper } from './papers.ts';
import { demoScans, type ScanFile } from './scans.ts';

/** Makes the company; days pass in order, so that its ledger tells a true story. */
export async function seedDemo(deps: Deps, owner: Principal): Promise<OrgScope> {
  const today = dateOfInstant(deps.clock.now());
  const began = at(addDays(today, -PROGRAMME_BEGAN), 9);
  const scope = must(
    await createOrganisation(
      deps,
      owner,
      { slug: DEMO_SLUG, demo: true, settings: demoSettings(today) },
      began,
    ),
  );
  const known = new Set(deps.catalogue.controls.map((control) => control.code));
  await decideEverything({ deps, scope, today });
  const acts: { readonly day: PlainDate; readonly run: () => Promise<void> }[] = [
    ...demoPapers(deps.catalogue.controls, today).map((paper) => ({
      day: paper.performedAt,
      run: () => bringPaper({ deps, scope, known }, paper),
    })),
    ...demoScans(today).map((scan) => ({
      day: addDays(today, -scan.daysAgo),
      run: () => bringScan({ deps, scope, known }, scan, today),
    })),
  ];
  for (const act of acts.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) await act.run();
  await mapDevices({ deps, scope, known });
  return scope;
}

interface Place {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly known: ReadonlySet<string>;
}

async function decideEverything(place: {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly today: PlainDate;
}): Promise<void> {
  const { deps, scope } = place;
  const { controls } = deps.catalogue;
  const codes = (wanted: (control: Control) => boolean): readonly string[] =>
    controls.filter(wanted).map((control) => control.code);
  const now = at(addDays(place.today, -PROGRAMME_BEGAN + 7), 10);
  await deps.db.inOrganisation(scope.org, async (tx) => {
    const work = { tx, scope, catalogue: deps.catalogue, now };
    const special = new Set([...PLANNED, ...UNDECIDED, ...Object.keys(REFUSED)]);
    must(
      await decideControl(
        work,
        codes((control) => !special.has(control.name)),
        { state: 'adopted', implementation: 'implemented' },
      ),
    );
    must(
      await decideControl(
        work,
        codes((control) => PLANNED.includes(control.name)),
        { state: 'adopted', implementation: 'planned' },
      ),
    );
    for (const [name, because] of Object.entries(REFUSED))
      must(
        await decideControl(
          work,
          codes((control) => control.name === name),
          { state: 'not_adopted', because },
        ),
      );
    const iso = deps.catalogue.frameworks.get('iso27001:2022');
    for (const requirement of iso?.requirements.filter(
      (each) => each.kind === 'control' && !OPEN.includes(each.id),
    ) ?? []) {
      const why = EXCLUDED[requirement.id];
      const word =
        why === undefined
          ? { applies: true as const, because: reasonFor(deps, requirement.ref) }
          : { applies: false as const, why };
      must(
        await decideApplicability(work, { framework: 'iso27001:2022', requirement: requirement.id }, word),
      );
    }
  });
}

function reasonFor(deps: Deps, ref: string): string {
  const codes = deps.catalogue.mappings
    .filter((mapping) => mapping.to === ref && mapping.strength !== 'supporting')
    .map((mapping) => mapping.control);
  const names = deps.catalogue.controls
    .filter((control) => codes.includes(control.code))
    .map((control) => `${control.code} ${control.name}`);
  return `Baseline of a company that hosts customers’ data; done by ${names.slice(0, 3).join(', ')}.`;
}

async function bringPaper(place: Place, paper: Paper): Promise<void> {
  const { deps, scope } = place;
  const now = at(paper.performedAt, 14);
  const stored = must(
    await storeArtefact({ deps, scope, now }, { filename: paper.filename, bytes: bytesOf(paper.text) }),
  ).data;
  await deps.db.inOrganisation(scope.org, async (tx) => {
    const work: Work = { tx, scope, now, knownControls: place.known };
    const evidence = must(
      await addEvidence(work, {
        title: paper.title,
        kind: paper.kind,
        method: 'upload',
        source: paper.owner,
        controls: paper.controls,
        artefact: stored.sha256,
        importId: null,
        times: { performedAt: paper.performedAt, capturedAt: now },
      }),
    );
    const { review } = paper;
    if (review.state === 'accepted')
      must(await reviewEvidence(work, evidence, { state: 'accepted', by: 'Ines Okafor', at: now }));
    if (review.state === 'rejected')
      must(
        await reviewEvidence(work, evidence, {
          state: 'rejected',
          by: 'Ines Okafor',
          at: now,
          reason: review.reason,
        }),
      );
  });
}

async function bringScan(place: Place, scan: ScanFile, today: PlainDate): Promise<void> {
  const { deps, scope } = place;
  const now = at(addDays(today, -scan.daysAgo), 12);
  const stored = must(
    await storeArtefact({ deps, scope, now }, { filename: scan.filename, bytes: bytesOf(scan.text) }),
  ).data;
  const started = must(
    await startImport(
      { deps, scope, now },
      {
        artefact: stored.sha256,
        filename: scan.filename,
        options: { method: 'ci', controls: [], performedAt: null, covers: null, partial: false },
        read: {},
      },
      place.known,
    ),
  );
  await deps.db.inOrganisation(scope.org, async (tx) =>
    must(await commitImport({ tx, scope, now, knownControls: place.known, deps }, started.id)),
  );
}

/** The device report's checks are the company's own: two are mapped by hand, one is left for the user to find. */
async function mapDevices(place: Place): Promise<void> {
  const { deps, scope } = place;
  const code = deps.catalogue.controls.find((control) => control.name === 'Endpoint management')?.code ?? '';
  for (const check of ['osquery-report:disk-encryption', 'osquery-report:screen-lock'] as const) {
    await deps.db.inOrganisation(scope.org, async (tx) =>
      must(await mapCheckTo({ tx, scope, catalogue: deps.catalogue, now: deps.clock.now() }, check, [code])),
    );
  }
}

function at(day: PlainDate, hour: number): Instant {
  const instant = parseInstant(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  if (!instant) throw new Error(`no such day: ${day}`);
  return instant;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The demo's own data is ours: a refusal is a bug, not an expected failure. */
function must<T>(result: Result<T, { readonly code: string; readonly detail: string }>): T {
  if (result.ok) return result.value;
  throw new Error(`demo: ${result.error.code} ${result.error.detail}`);
}
