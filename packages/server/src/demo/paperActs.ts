// From a paper to acts: it comes in, somebody reviews it, a later version takes its place, it is withdrawn.
import type { Instant, Review } from '@assay/core';
import type { Tx } from '../platform/postgres/database.ts';
import type { EvidenceRecord } from '../slices/evidence/evidence.module.ts';
import {
  addEvidence,
  replaceArtefact,
  reviewEvidence,
  setWithdrawn,
  type Work,
} from '../slices/evidence/evidence.usecases.ts';
import { must, type Act, type Place } from './act.ts';
import { at, type Calendar } from './calendar.ts';
import { OWNERS } from './people.ts';
import type { Paper } from './papers/paper.ts';
import { sessionPicture } from './papers/picture.ts';

/** Bytes that a paper brings, with the file name and the moment of their arrival. */
export interface Delivery {
  readonly filename: string;
  readonly bytes: string | Uint8Array;
  readonly at: Instant;
}

/** All bytes of a paper: its own, then those of the version that takes its place. */
export function deliveriesOf(paper: Paper, on: Calendar, place: number): readonly Delivery[] {
  const { revised } = paper;
  return [
    { filename: fileOf(paper, on, paper.done), bytes: bytesOf(paper, on), at: cameAt(paper, on, place) },
    ...(revised
      ? [
          {
            filename: fileOf(paper, on, revised.daysAgo),
            bytes: sheet(paper, on, revised),
            at: at(on.ago(revised.daysAgo), '11:00'),
          },
        ]
      : []),
  ];
}

/** Everything that happened to a paper; `order` spreads the arrivals of a day. */
export function paperActs(paper: Paper, place: Place, order: number): readonly Act[] {
  const { on } = place;
  const [first, second] = deliveriesOf(paper, on, order);
  let held: EvidenceRecord | undefined;
  const act = (
    when: Instant,
    by: string,
    run: (work: Work, now: EvidenceRecord) => Promise<EvidenceRecord>,
  ): Act => ({
    at: when,
    inside: async (tx) => {
      if (!held) throw new Error(`demo: ${paper.title} is not there yet`);
      held = await run(workOf(place, tx, { by: by, now: when }), held);
    },
  });
  const reviewer = paper.by === OWNERS.security_lead ? OWNERS.founder : OWNERS.security_lead;
  const accept = (when: Instant): Act =>
    act(when, reviewer, async (work, now) =>
      must(await reviewEvidence(work, now, { state: 'accepted', by: reviewer, at: when })),
    );
  const acts: Act[] = [
    {
      at: first?.at ?? at(on.today, '00:00'),
      inside: async (tx) => {
        if (first) held = await bring(paper, place, { tx, delivery: first });
      },
    },
  ];
  const reviewed = at(on.ago(Math.max(1, paper.done - (paper.came ?? 1) - 2)), '16:30');
  if (paper.review?.state !== 'pending')
    acts.push(
      act(reviewed, reviewer, async (work, now) =>
        must(await reviewEvidence(work, now, wordOf(paper, reviewer, reviewed))),
      ),
    );
  const { revised } = paper;
  if (revised && second) {
    acts.push(
      act(second.at, paper.by, async (work, now) =>
        must(
          await replaceArtefact(work, now, {
            artefact: place.stored(second.filename),
            note: revised.note,
            performedAt: on.ago(revised.daysAgo),
          }),
        ),
      ),
      accept(at(on.ago(revised.daysAgo - 2), '16:30')),
    );
  }
  if (paper.withdrawn !== undefined)
    acts.push(
      act(at(on.ago(paper.withdrawn), '15:00'), paper.by, async (work, now) =>
        must(await setWithdrawn(work, now, true)),
      ),
    );
  return acts;
}

async function bring(
  paper: Paper,
  place: Place,
  from: { readonly tx: Tx; readonly delivery: Delivery },
): Promise<EvidenceRecord> {
  const { on } = place;
  const { covers } = paper;
  return must(
    await addEvidence(workOf(place, from.tx, { by: paper.by, now: from.delivery.at }), {
      title: paper.title,
      kind: paper.kind,
      method: paper.kind === 'configuration' || paper.kind === 'export' ? 'api' : 'upload',
      source: paper.by,
      controls: paper.controls,
      artefact: place.stored(from.delivery.filename),
      importId: null,
      freshnessDays: null,
      times: {
        performedAt: on.ago(paper.done),
        capturedAt: at(on.ago(paper.done), '15:40'),
        ...(covers ? { covers: { from: on.ago(covers[0]), until: on.ago(covers[1]) } } : {}),
      },
    }),
  );
}

function wordOf(paper: Paper, by: string, when: Instant): Review {
  const { review } = paper;
  if (review?.state === 'rejected') return { state: 'rejected', by, at: when, reason: review.reason };
  return {
    state: 'accepted',
    by,
    at: when,
    ...(review?.state === 'accepted' ? { note: review.note } : {}),
  };
}

function workOf(place: Place, tx: Tx, act: { readonly by: string; readonly now: Instant }): Work {
  return { tx, scope: place.as(act.by), now: act.now, knownControls: place.known };
}

function cameAt(paper: Paper, on: Calendar, order: number): Instant {
  const minutes = String((order * 7) % 60).padStart(2, '0');
  return at(
    on.ago(Math.max(1, paper.done - (paper.came ?? 1))),
    `${String(9 + (order % 5)).padStart(2, '0')}:${minutes}`,
  );
}

function fileOf(paper: Paper, on: Calendar, done: number): string {
  return `${on.ago(done)}-${paper.file}`;
}

function bytesOf(paper: Paper, on: Calendar): string | Uint8Array {
  return paper.kind === 'screenshot'
    ? sessionPicture()
    : sheet(paper, on, { daysAgo: paper.done, body: paper.body });
}

/** A document carries its head; a table or a configuration stands as its system wrote it. */
function sheet(
  paper: Paper,
  on: Calendar,
  version: { readonly daysAgo: number; readonly body: (on: Calendar) => string },
): string {
  const body = version.body(on);
  if (!paper.file.endsWith('.md')) return `${body}\n`;
  return `# ${paper.title}

Harbourline · ${on.ago(version.daysAgo)} · ${paper.by}

${body}

Demo data: Harbourline and everybody in it are invented.
`;
}
