// HTTP of checks and observations.
import { monitoringRoutes, type Routes } from '@assay/contract';
import { err, ok, type CheckKey } from '@assay/core';
import { numberFrom, pageOf, textFrom } from '../../app/cursor.ts';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import { ndjson } from '../../app/ndjson.ts';
import { knowledge, type Knowledge } from '../controls/controls.module.ts';
import { controlsOfCheck } from './checks.ts';
import { mapCheckTo } from './mapcheck.usecases.ts';
import { listLatest, tallyChecks, type CheckTally, type ObservationRow } from './monitoring.repository.ts';
import { listSightings, type Sighting } from './sightings.repository.ts';

type Scoped = ContextOf<Routes['checks.list']>;

export const monitoringHandlers = bindAll(monitoringRoutes, {
  'checks.list': (context, { query }) =>
    context.deps.db.inOrganisation(context.scope.org, async (tx) => {
      const model = await knowledge(tx, context.scope, {
        catalogue: context.deps.catalogue,
        now: context.now,
      });
      const after = textFrom(query.cursor) ?? '';
      const wanted = checksOf(context, model, await tallyChecks(tx, context.scope))
        .filter(
          (check) =>
            (query.seen === undefined || (check.last_seen !== null) === query.seen) &&
            (query.unmapped === undefined || (check.controls.length === 0) === query.unmapped),
        )
        .filter(
          (check) =>
            (query.scanner === undefined || check.scanner === query.scanner) &&
            (query.control === undefined || check.controls.includes(query.control)) &&
            matches(check, query.q),
        );
      const rows = wanted.filter((check) => check.key > after).slice(0, query.limit + 1);
      return ok({
        data: {
          ...pageOf(rows, query.limit, { show: (row) => row, place: (row) => row.key }),
          total: wanted.length,
        },
      });
    }),
  'checks.map': ({ deps, scope, now }, { params, body }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const key = keyOf(params.check);
      if (!key) return err({ code: 'check.not_found', detail: 'A check is named scanner:key.' });
      const done = await mapCheckTo({ tx, scope, catalogue: deps.catalogue, now }, key, body.controls);
      if (!done.ok) return done;
      const tally = (await tallyChecks(tx, scope)).find((each) => each.check === key);
      const model = await knowledge(tx, scope, { catalogue: deps.catalogue, now });
      return ok({ data: present({ deps, scope, now }, model, { key, tally }) });
    }),
  'observations.list': (context, { query }) =>
    context.deps.db.inOrganisation(context.scope.org, async (tx) => {
      const model = await knowledge(tx, context.scope, {
        catalogue: context.deps.catalogue,
        now: context.now,
      });
      const { control } = query;
      const ofControl =
        control === undefined
          ? undefined
          : (await tallyChecks(tx, context.scope))
              .map((tally) => tally.check)
              .filter((check) =>
                controlsOfCheck(check, model.overrides, context.deps.catalogue).includes(control),
              );
      const checks = query.check === undefined ? ofControl : [query.check];
      const rows = await listLatest(tx, context.scope, {
        checks,
        status: query.status,
        importId: query.import,
        after: placeOf(query.cursor),
        limit: query.limit + 1,
      });
      return ok({
        data: pageOf(rows, query.limit, {
          show: (row) => presentObservation(context, model, row),
          place: (row) => `${row.check}\n${row.subject}\n${row.system ?? ''}`,
        }),
      });
    }),
  'observations.history': ({ deps, scope }, { params, query }) =>
    deps.db.inOrganisation(scope.org, async (tx) => {
      const key = keyOf(params.check);
      const rows = key
        ? await listSightings(tx, scope, {
            check: key,
            subject: query.subject,
            skip: numberFrom(query.cursor) ?? 0,
            limit: query.limit + 1,
          })
        : [];
      return ok({ data: pageOf(rows, query.limit, { show: presentSighting, place: (row) => row.place }) });
    }),
  'observations.export': (context) =>
    context.deps.db.inOrganisation(context.scope.org, async (tx) => {
      const model = await knowledge(tx, context.scope, {
        catalogue: context.deps.catalogue,
        now: context.now,
      });
      const rows = await listLatest(tx, context.scope, { limit: 1_000_000 });
      return ok({ data: ndjson(rows.map((row) => presentObservation(context, model, row))) });
    }),
});

type Where = Pick<Scoped, 'deps' | 'scope' | 'now'>;

/** Catalogue and what was seen, as one list in order of keys. */
function checksOf(context: Where, model: Knowledge, tallies: readonly CheckTally[]) {
  const seen = new Map(tallies.map((tally) => [tally.check, tally]));
  const keys = [...new Set([...context.deps.catalogue.checks.keys(), ...seen.keys()])].sort();
  return keys.map((key) => present(context, model, { key, tally: seen.get(key) }));
}

function present(
  context: Where,
  model: Knowledge,
  of: { readonly key: CheckKey; readonly tally: CheckTally | undefined },
) {
  const known = context.deps.catalogue.checks.get(of.key);
  const scanner = of.key.slice(0, of.key.indexOf(':'));
  return {
    key: of.key,
    title: known?.title ?? of.key,
    scanner,
    provider: known?.provider ?? null,
    service: known?.service ?? null,
    severity: known?.severity ?? null,
    controls: [...controlsOfCheck(of.key, model.overrides, context.deps.catalogue)],
    in_catalogue: known !== undefined,
    latest: of.tally ? { ...of.tally.counts } : { pass: 0, fail: 0, error: 0, not_applicable: 0, unknown: 0 },
    last_seen: of.tally?.lastSeen ?? null,
  };
}

function presentObservation(context: Where, model: Knowledge, row: ObservationRow) {
  return {
    check: row.check,
    title: context.deps.catalogue.checks.get(row.check)?.title ?? null,
    subject: row.subject,
    system: row.system,
    status: row.status,
    observed_at: row.observedAt,
    received_at: row.receivedAt,
    severity: row.severity,
    message: row.message,
    controls: [...controlsOfCheck(row.check, model.overrides, context.deps.catalogue)],
    import: row.importId,
  };
}

function presentSighting(row: Sighting) {
  return {
    subject: row.subject,
    status: row.status,
    observed_at: row.observedAt,
    received_at: row.receivedAt,
    severity: row.severity,
    message: row.message,
    import: row.importId,
    filename: row.filename,
    evidence: row.evidence,
    latest: row.latest,
  };
}

function matches(
  check: { readonly key: string; readonly title: string; readonly service: string | null },
  q: string | undefined,
): boolean {
  if (q === undefined || q === '') return true;
  const words = q.toLowerCase().split(/\s+/);
  const text = `${check.key} ${check.title} ${check.service ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function placeOf(
  cursor: string | undefined,
): { readonly check: string; readonly subject: string; readonly system: string } | undefined {
  const [check, subject, system = ''] = textFrom(cursor)?.split('\n') ?? [];
  return check === undefined || subject === undefined ? undefined : { check, subject, system };
}

function keyOf(text: string): CheckKey | undefined {
  const cut = text.indexOf(':');
  return cut > 0 ? `${text.slice(0, cut)}:${text.slice(cut + 1)}` : undefined;
}
