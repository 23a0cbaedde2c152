// HTTP of legal holds and of erasure.
import { erasureRoutes } from '@assay/contract';
import { err, ok } from '@assay/core';
import { bindAll } from '../../app/handler.ts';
import { eraseEvidence, holdEvidence, whatGoes, type Goes } from './erasure.usecases.ts';
import { etagOf, judgingOf, presentEvidence } from './evidence.presenter.ts';
import { findEvidence } from './evidence.repository.ts';
import { inside, noEvidence } from './evidence.routes.ts';

export const erasureHandlers = bindAll(erasureRoutes, {
  'evidence.hold': (context, { params, body }) =>
    inside(context, async (tx, model) => {
      const { scope, now, deps } = context;
      const held = await findEvidence(tx, scope, params.evidence, true);
      if (!held) return err(noEvidence(params.evidence));
      const done = await holdEvidence({ tx, scope, now, deps }, held, body);
      return done.ok
        ? ok({ data: presentEvidence(done.value, judgingOf(model)), etag: etagOf(done.value) })
        : done;
    }),
  'evidence.erase': (context, { params, query, body }) =>
    inside(context, async (tx, model) => {
      const { scope, now, deps } = context;
      const held = await findEvidence(tx, scope, params.evidence, true);
      if (!held) return err(noEvidence(params.evidence));
      const work = { tx, scope, now, deps };
      if (query.dry_run) {
        const goes = await whatGoes(work, held);
        return goes.ok
          ? ok({ data: { evidence: presentEvidence(held, judgingOf(model)), goes: presentGoes(goes.value) } })
          : goes;
      }
      const done = await eraseEvidence(work, held, body);
      if (!done.ok) return done;
      const { record, goes } = done.value;
      return ok({ data: { evidence: presentEvidence(record, judgingOf(model)), goes: presentGoes(goes) } });
    }),
});

function presentGoes({ artefacts, records, rows }: Goes) {
  return { artefacts: [...artefacts], evidence: records.map(({ code }) => code), rows };
}
