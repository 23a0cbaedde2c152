// HTTP of artefacts and evidence records.
import { evidenceRoutes, type Routes } from '@assay/contract';
import { err, ok, type Mapping, type Result } from '@assay/core';
import { numberFrom, pageOf } from '../../app/cursor.ts';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import { attachment } from '../../app/attachment.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { listMappings, outline, type Outline } from '../controls/controls.module.ts';
import { tallyChecks } from '../monitoring/monitoring.module.ts';
import { receiveArtefact, storeArtefact } from './artefacts.usecases.ts';
import { addFromLines } from './bulk.usecases.ts';
import {
  countEvidence,
  findEvidence,
  listEvidence,
  versionsOf,
  type EvidenceRecord,
} from './evidence.repository.ts';
import { draftOf } from './draft.ts';
import { etagOf, judgingOf, presentEvidence, presentRevision } from './evidence.presenter.ts';
import { pushEvidence } from './pushes.usecases.ts';
import {
  correctEvidence,
  erasedBefore,
  replaceArtefact,
  reviewEvidence,
  setWithdrawn,
  type Work,
} from './evidence.usecases.ts';

type Scoped = ContextOf<Routes['evidence.read']>;

export const evidenceHandlers = bindAll(evidenceRoutes, {
  'artefacts.put': ({ deps, scope, now, received }, { query, body }) =>
    storeArtefact(
      { deps, scope, now },
      { filename: query.filename, expected: query.sha256, bytes: body, received },
    ),
  'evidence.list': (context, { query }) =>
    inside(context, async (tx, model) => {
      const rows = await listEvidence(tx, context.scope, {
        ...query,
        before: numberFrom(query.cursor),
        limit: query.limit + 1,
      });
      const judging = judgingOf(model);
      const page = pageOf(rows, query.limit, {
        show: (row) => presentEvidence(row, judging),
        place: (row) => row.seq,
      });
      return ok({
        data: query.include_total ? { ...page, total: await countEvidence(tx, context.scope) } : page,
      });
    }),
  'evidence.add': ({ deps, scope, keyed }, { body }) =>
    pushEvidence(deps, { scope, keyed, bytes: undefined, draft: draftOf(body, body.artefact) }),
  'evidence.push': async ({ deps, scope, keyed, received }, { query, body }) => {
    const given = { filename: query.filename, expected: query.sha256, bytes: body, received };
    const stored = await receiveArtefact({ deps, scope }, given);
    if (!stored.ok) return stored;
    const draft = draftOf({ ...query, title: query.title ?? query.filename }, stored.value.sha256);
    return pushEvidence(deps, { scope, keyed, bytes: stored.value, draft });
  },
  'evidence.bulk': (context, { body }) => addFromLines(context, body),
  'evidence.read': (context, { params }) =>
    inside(context, async (tx, model) => {
      const found = await findEvidence(tx, context.scope, params.evidence);
      if (!found) return err(noEvidence(params.evidence));
      const tallies = found.importId === null ? [] : await tallyChecks(tx, context.scope, found.importId);
      const observations =
        tallies.length === 0
          ? null
          : tallies.reduce(
              (sum, { counts }) => ({
                pass: sum.pass + counts.pass,
                fail: sum.fail + counts.fail,
                error: sum.error + counts.error,
                not_applicable: sum.not_applicable + counts.not_applicable,
                unknown: sum.unknown + counts.unknown,
              }),
              { pass: 0, fail: 0, error: 0, not_applicable: 0, unknown: 0 },
            );
      return ok({ data: presentEvidence(found, { ...judgingOf(model), observations }), etag: etagOf(found) });
    }),
  'evidence.download': async ({ deps, scope }, { params }) => {
    const found = await deps.db.inOrganisation(scope.org, (tx) => findEvidence(tx, scope, params.evidence));
    if (!found) return err(noEvidence(params.evidence));
    if (found.erased) return err(erasedBefore(found));
    if (!(await deps.blobs.has(scope.org, found.artefact.sha256)))
      return err({
        code: 'artefact.missing_bytes',
        detail: `The bytes of ${found.code} are gone from the store, or their key is; restore them from a backup.`,
      });
    return ok({
      data: attachment(deps.blobs.read(scope.org, found.artefact.sha256), {
        filename: found.artefact.filename,
        mediaType: found.artefact.mediaType,
        size: found.artefact.size,
        etag: found.artefact.sha256,
      }),
    });
  },
  'evidence.change': (context, { params, body }) =>
    change(context, params.evidence, async (work, held) => {
      if (context.ifMatch !== etagOf(held)) return err(await stale(work, held));
      return correctEvidence(work, held, {
        title: body.title,
        kind: body.kind,
        controls: body.controls,
        freshnessDays: body.freshness_days,
        times: {
          ...(body.performed_at ? { performedAt: body.performed_at } : {}),
          ...(body.covers ? { covers: body.covers } : {}),
          ...(body.captured_at ? { capturedAt: body.captured_at } : {}),
        },
      });
    }),
  'evidence.review': (context, { params, body }) =>
    change(context, params.evidence, (work, held) => {
      const by = context.scope.principal.name;
      if (body.decision === 'reopen') return reviewEvidence(work, held, { state: 'pending' });
      if (body.decision === 'reject')
        return reviewEvidence(work, held, { state: 'rejected', by, at: context.now, reason: body.reason });
      return reviewEvidence(work, held, {
        state: 'accepted',
        by,
        at: context.now,
        ...(body.note === undefined ? {} : { note: body.note }),
      });
    }),
  'evidence.replace': (context, { params, query, body }) =>
    inside(context, async (tx, model) => {
      const held = await findEvidence(tx, context.scope, params.evidence, true);
      if (!held) return err(noEvidence(params.evidence));
      const touches = touchedBy(held, await listMappings(tx, context.scope));
      if (query.dry_run) return ok({ data: { evidence: presentEvidence(held, judgingOf(model)), touches } });
      const done = await replaceArtefact(workOf(context, tx, model), held, {
        artefact: body.artefact,
        note: body.note,
        performedAt: body.performed_at,
      });
      return done.ok
        ? ok({ data: { evidence: presentEvidence(done.value, judgingOf(model)), touches } })
        : done;
    }),
  'evidence.revisions': ({ deps, scope }, { params }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const found = await findEvidence(tx, scope, params.evidence);
      if (!found) return err(noEvidence(params.evidence));
      const versions = await versionsOf(tx, scope, found.id);
      return ok({
        data: {
          data: versions.map(presentRevision),
        },
      });
    }),
  'evidence.withdraw': async (context, { params }) => {
    const done = await change(context, params.evidence, (work, held) => setWithdrawn(work, held, true));
    return done.ok ? ok({ data: undefined }) : done;
  },
  'evidence.restore': (context, { params }) =>
    change(context, params.evidence, (work, held) => setWithdrawn(work, held, false)),
});

export function workOf(context: Scoped, tx: Tx, model: Outline): Work {
  return {
    tx,
    scope: context.scope,
    now: context.now,
    knownControls: new Set(model.controls.map((control) => control.code)),
  };
}

export function noEvidence(name: string): Refusal {
  return { code: 'evidence.not_found', detail: `There is no evidence ${name}.` };
}

export function inside<T>(
  context: Scoped,
  act: (tx: Tx, model: Outline) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const { deps, scope, now } = context;
  return deps.db.inOrganisation(scope.org, async (tx) => act(tx, await outline(tx, scope, now)));
}

function change(
  context: Scoped,
  name: string,
  act: (work: Work, held: EvidenceRecord) => Promise<Result<EvidenceRecord, Refusal>>,
) {
  return inside(context, async (tx, model) => {
    const held = await findEvidence(tx, context.scope, name, true);
    if (!held) return err(noEvidence(name));
    const done = await act(workOf(context, tx, model), held);
    return done.ok ? shown(done.value, model) : done;
  });
}

function shown(evidence: EvidenceRecord, model: Outline) {
  return ok({ data: presentEvidence(evidence, judgingOf(model)), etag: etagOf(evidence) });
}

/** Requirements of both frameworks that lean on a record through its controls. */
function touchedBy(held: EvidenceRecord, mappings: readonly Mapping[]) {
  const refs = [
    ...new Set(
      mappings
        .filter((mapping) => held.controls.includes(mapping.control) && mapping.strength !== 'supporting')
        .map((mapping) => mapping.to),
    ),
  ].sort();
  return {
    controls: [...held.controls],
    iso: refs.filter((ref) => ref.startsWith('iso27001:')),
    soc2: refs.filter((ref) => ref.startsWith('soc2:')),
  };
}

async function stale(work: Work, held: EvidenceRecord): Promise<Refusal> {
  const current = await findEvidence(work.tx, work.scope, held.id);
  return {
    code: 'request.conflict',
    detail: `${held.code} was changed by ${held.changedBy} meanwhile; look at it again.`,
    current: { revision: current?.revision, title: current?.title, controls: current?.controls },
  };
}
