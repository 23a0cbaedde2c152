// Use cases of the control set: decide, add, map.
import {
  err,
  ok,
  splitRef,
  type Control,
  type ControlCode,
  type ControlState,
  type Instant,
  type Mapping,
  type RequirementRef,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { nextNumber, type OrgScope } from '../access/access.module.ts';
import { record, recordAll } from '../evidence/evidence.module.ts';
import { allFrameworks, type Catalogue } from '../frameworks/frameworks.module.ts';
import { changeMapping, changeState, insertControlSet, controlCodes } from './controls.repository.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export type Decision =
  | { readonly state: 'undecided' }
  | {
      readonly state: 'adopted';
      readonly implementation: 'planned' | 'implemented';
      readonly owner?: string | undefined;
    }
  | { readonly state: 'not_adopted'; readonly because: string };

/** First number of a company's own controls, well above the common set. */
const OWN_FROM = 500;

/** Records the same decision on one control or several: whole or not at all. */
export async function decideControl(
  work: Work,
  codes: readonly ControlCode[],
  decision: Decision,
): Promise<Result<number, Refusal>> {
  const known = await controlCodes(work.tx, work.scope);
  const missing = codes.find((code) => !known.has(code));
  if (missing !== undefined) return err(noControl(missing));
  const once = [...new Set(codes)];
  const state = stateOf(decision, work.now);
  for (const code of once) await changeState(work.tx, work.scope, { code, state, now: work.now });
  if (once.length > 0)
    await recordAll(
      work.tx,
      work.scope,
      once.map((code) => ({
        kind: 'control.decided',
        subject: code,
        at: work.now,
        payload: { ...state, code, by: work.scope.principal.name },
      })),
    );
  return ok(once.length);
}

/** Adds a control of the company's own. */
export async function addControl(
  work: Work,
  given: Omit<Control, 'code'> & { readonly code?: string | undefined },
): Promise<Result<ControlCode, Refusal>> {
  const known = await controlCodes(work.tx, work.scope);
  const code = given.code ?? (await freeCode(work, known));
  if (known.has(code))
    return err({
      code: 'control.exists',
      detail: `${code} is there already; leave the id out to get a free one.`,
    });
  await insertControlSet(work.tx, work.scope, {
    controls: [{ ...given, code }],
    mappings: [],
    now: work.now,
    own: true,
  });
  await record(work.tx, work.scope, {
    kind: 'control.added',
    subject: code,
    at: work.now,
    payload: { ...given, code, by: work.scope.principal.name },
  });
  return ok(code);
}

/** The next number of the company's own that nobody has taken by name. */
async function freeCode(work: Work, known: ReadonlySet<ControlCode>): Promise<ControlCode> {
  for (;;) {
    const code = `C-${OWN_FROM + (await nextNumber(work.tx, work.scope, 'control'))}`;
    if (!known.has(code)) return code;
  }
}

/** Sets or reviews a mapping. */
export async function putMapping(work: Work, mapping: Mapping): Promise<Result<true, Refusal>> {
  if (!(await hasControl(work, mapping.control))) return err(noControl(mapping.control));
  const place = splitRef(mapping.to);
  const framework = place && (await allFrameworks(work.tx, work.scope, work.catalogue)).get(place.framework);
  if (!framework?.requirements.some((each) => each.ref === mapping.to && each.leaf))
    return err({ code: 'requirement.not_found', detail: `No framework asks for ${mapping.to}.` });
  await changeMapping(work.tx, work.scope, { code: mapping.control, to: mapping.to, mapping, now: work.now });
  await record(work.tx, work.scope, {
    kind: 'mapping.set',
    subject: mapping.control,
    at: work.now,
    payload: { ...mapping },
  });
  return ok(true);
}

export async function removeMapping(
  work: Work,
  code: ControlCode,
  to: RequirementRef,
): Promise<Result<true, Refusal>> {
  if (!(await hasControl(work, code))) return err(noControl(code));
  const had = await changeMapping(work.tx, work.scope, { code, to, mapping: undefined, now: work.now });
  if (!had) return err({ code: 'mapping.not_found', detail: `${code} is not mapped to ${to}.` });
  await record(work.tx, work.scope, {
    kind: 'mapping.removed',
    subject: code,
    at: work.now,
    payload: { code, to, by: work.scope.principal.name },
  });
  return ok(true);
}

export function noControl(code: string): Refusal {
  return { code: 'control.not_found', detail: `There is no control ${code} in the set.` };
}

async function hasControl(work: Work, code: ControlCode): Promise<boolean> {
  return (await controlCodes(work.tx, work.scope)).has(code);
}

function stateOf(decision: Decision, now: Instant): ControlState {
  if (decision.state === 'undecided') return decision;
  if (decision.state === 'not_adopted')
    return { state: 'not_adopted', because: decision.because, since: now };
  return {
    state: 'adopted',
    implementation: decision.implementation,
    since: now,
    ...(decision.owner === undefined ? {} : { owner: decision.owner }),
  };
}
