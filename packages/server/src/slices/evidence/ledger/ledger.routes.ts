// HTTP of the ledger.
import { bundleOut, ledgerRoutes } from '@assay/contract';
import { err, ok } from '@assay/core';
import { z } from 'zod';
import { numberFrom, pageOf } from '../../../app/cursor.ts';
import { bindAll } from '../../../app/handler.ts';
import { findEvidence } from '../evidence.repository.ts';
import { signedHead } from './checkpoint.usecases.ts';
import { proveEntries, proveGrowth } from './proof.usecases.ts';
import { listEntries } from './ledger.repository.ts';
import { verifyEverything } from './verify.usecases.ts';

export const ledgerHandlers = bindAll(ledgerRoutes, {
  'ledger.checkpoint': ({ deps, scope, now }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const head = await signedHead({ tx, scope, keys: deps.keys, now });
      return head.ok
        ? ok({
            data: {
              checkpoint: head.value.checkpoint,
              public_key: head.value.publicKey,
              size: head.value.size,
              root: head.value.root,
              at: now,
            },
          })
        : head;
    }),
  'ledger.entries': ({ deps, scope }, { query }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const subject =
        query.subject === undefined
          ? undefined
          : ((await findEvidence(tx, scope, query.subject))?.id ?? query.subject);
      const rows = await listEntries(tx, scope, {
        subject,
        before: numberFrom(query.cursor),
        limit: query.limit + 1,
      });
      return ok({
        data: pageOf(rows, query.limit, {
          show: (row) => ({
            index: row.seq,
            kind: row.kind,
            subject: row.subject,
            at: row.at,
            by: byIn(row.payload),
            leaf: row.leaf,
          }),
          place: (row) => row.seq,
        }),
      });
    }),
  'ledger.prove': ({ deps, scope, now }, { query }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      if (query.subject === undefined && query.index === undefined)
        return err({ code: 'request.invalid', detail: 'Name a subject such as E-12, or an index.' });
      const subject =
        query.subject === undefined
          ? undefined
          : ((await findEvidence(tx, scope, query.subject))?.id ?? query.subject);
      const proven = await proveEntries(
        { tx, scope, keys: deps.keys, now },
        { subject, index: query.index, since: query.since },
      );
      return proven.ok ? ok({ data: bundleOut.parse(proven.value) }) : proven;
    }),
  'ledger.consistency': ({ deps, scope, now }, { query }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const proof = await proveGrowth({ tx, scope, keys: deps.keys, now }, query.from, query.to);
      return proof.ok ? ok({ data: { from: query.from, to: query.to, proof: [...proof.value] } }) : proof;
    }),
  'ledger.verify': async ({ deps, scope, now }, { body }) =>
    ok({
      data: await verifyEverything(
        { deps, scope, now },
        { rebuild: body.rebuild, held: body.held_checkpoint },
      ),
    }),
});

const namesSomebody = z.looseObject({ by: z.string() });

/** Whom a record names; one whose text is erased, or that was made by nobody, names none. */
function byIn(payload: string | null): string | null {
  const read = namesSomebody.safeParse(payload === null ? undefined : JSON.parse(payload));
  return read.success ? read.data.by : null;
}
