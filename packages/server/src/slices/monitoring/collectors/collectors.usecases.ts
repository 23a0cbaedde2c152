// Use cases of collectors: declare, change, retire, resume. Each leaves a version and a ledger entry.
import { err, ok, type CollectorKind, type ControlCode, type Instant, type Result } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { record } from '../../evidence/evidence.module.ts';
import { documentOf } from './collectors.document.ts';
import {
  changeCollector,
  holdCollector,
  insertCollector,
  type CollectorDefinition,
  type StoredCollector,
} from './collectors.repository.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly now: Instant;
  readonly knownControls: ReadonlySet<ControlCode>;
  /** Whether scheduled imports may read there. */
  readonly mayRead: (path: string) => boolean;
}

export interface NewCollector {
  readonly name: string;
  readonly kind: CollectorKind;
  readonly startedAt: Instant | undefined;
  readonly definition: Omit<CollectorDefinition, 'retiredAt'>;
}

export async function declareCollector(work: Work, fresh: NewCollector): Promise<Result<true, Refusal>> {
  const { tx, scope, now } = work;
  const startedAt = fresh.startedAt ?? now;
  if (startedAt > now)
    return err({
      code: 'run.in_future',
      detail: `Runs cannot be expected since ${startedAt}: that is to come.`,
    });
  const definition = { ...fresh.definition, retiredAt: null };
  const refusal = refuse(work, definition);
  if (refusal) return err(refusal);
  const { name, kind } = fresh;
  if (!(await insertCollector(tx, scope, { name, kind, startedAt, definition, now })))
    return err({ code: 'collector.exists', detail: `A collector ${name} is there already.` });
  await record(tx, scope, {
    kind: 'collector.declared',
    subject: name,
    at: now,
    payload: {
      collector: name,
      kind,
      started_at: startedAt,
      ...documentOf(definition),
      by: scope.principal.name,
    },
  });
  return ok(true);
}

/** Changes promises from now on, when `expected` is still the revision that stands. */
export async function reviseCollector(
  work: Work,
  name: string,
  change: {
    readonly expected?: number | undefined;
    readonly to: Partial<Omit<CollectorDefinition, 'retiredAt'>>;
  },
): Promise<Result<true, Refusal>> {
  const held = await holdCollector(work.tx, work.scope, name);
  if (!held) return err(noCollector(name));
  if (change.expected !== held.revision)
    return err({
      code: 'request.conflict',
      detail: 'The collector was changed meanwhile; look at it again.',
      current: { revision: held.revision, ...documentOf(held.definition) },
    });
  const definition = { ...held.definition, ...change.to };
  const refusal = refuse(work, definition) ?? refuseReads(held, definition);
  if (refusal) return err(refusal);
  return write(work, held, { kind: 'collector.changed', definition, because: undefined });
}

export async function retireCollector(
  work: Work,
  name: string,
  because: string,
): Promise<Result<true, Refusal>> {
  const held = await holdCollector(work.tx, work.scope, name);
  if (!held) return err(noCollector(name));
  if (held.definition.retiredAt !== null)
    return err({
      code: 'collector.retired',
      detail: `${name} is retired since ${held.definition.retiredAt}.`,
    });
  const definition = { ...held.definition, retiredAt: work.now };
  return write(work, held, { kind: 'collector.retired', definition, because });
}

/** Expects runs again; one that is not retired stays as it is. */
export async function resumeCollector(work: Work, name: string): Promise<Result<true, Refusal>> {
  const held = await holdCollector(work.tx, work.scope, name);
  if (!held) return err(noCollector(name));
  if (held.definition.retiredAt === null) return ok(true);
  const definition = { ...held.definition, retiredAt: null };
  return write(work, held, { kind: 'collector.resumed', definition, because: undefined });
}

export function noCollector(name: string): Refusal {
  return { code: 'collector.not_found', detail: `There is no collector ${name}.` };
}

async function write(
  { tx, scope, now }: Work,
  held: StoredCollector,
  change: {
    readonly kind: string;
    readonly definition: CollectorDefinition;
    readonly because: string | undefined;
  },
): Promise<Result<true, Refusal>> {
  const { kind, definition, because } = change;
  await changeCollector(tx, scope, { held, definition, now });
  await record(tx, scope, {
    kind,
    subject: held.name,
    at: now,
    payload: {
      collector: held.name,
      revision: held.revision + 1,
      ...documentOf(definition),
      ...(because === undefined ? {} : { because }),
      by: scope.principal.name,
    },
  });
  return ok(true);
}

function refuse(work: Work, { covers, reads }: CollectorDefinition): Refusal | undefined {
  const missing = covers.controls.find((code) => !work.knownControls.has(code));
  if (missing !== undefined)
    return { code: 'control.not_found', detail: `There is no control ${missing} in the set.` };
  if (reads !== null && !work.mayRead(reads.path))
    return {
      code: 'collector.path_not_allowed',
      detail: `${reads.path} lies below no directory that this server may collect from.`,
    };
  return undefined;
}

function refuseReads({ kind }: StoredCollector, { reads }: CollectorDefinition): Refusal | undefined {
  if ((kind === 'scheduled') === (reads !== null)) return undefined;
  return {
    code: 'request.invalid',
    detail: '/body/reads: a scheduled import reads a path, and nothing else does.',
    errors: [{ pointer: '/body/reads', message: 'a scheduled import reads a path, and nothing else does' }],
  };
}
