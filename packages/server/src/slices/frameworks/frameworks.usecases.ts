// Use cases of the frameworks slice.
import { frameworkFile } from '@assay/contract';
import {
  err,
  ok,
  type Applicability,
  type Framework,
  type Instant,
  type RequirementRef,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { record } from '../evidence/evidence.module.ts';
import { frameworkOf, type Catalogue } from './catalogue.ts';
import { addFramework, decide, ownFrameworks } from './frameworks.repository.ts';
import { isOscalCatalogue, oscalToFramework } from './oscal.ts';

/** All frameworks that an organisation may answer: ours and its own. */
export async function allFrameworks(
  tx: Tx,
  scope: OrgScope,
  catalogue: Catalogue,
  at?: Instant,
): Promise<ReadonlyMap<string, Framework>> {
  const own = await ownFrameworks(tx, scope, at);
  return new Map([...catalogue.frameworks, ...own.map((framework) => [framework.id, framework] as const)]);
}

interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

/** Adds an own framework from our format or an OSCAL catalogue. */
export async function addOwnFramework(
  work: Work,
  given: unknown,
  dryRun: boolean,
): Promise<Result<Framework, Refusal>> {
  const converted = isOscalCatalogue(given) ? oscalToFramework(given) : given;
  const parsed = frameworkFile.safeParse(converted);
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => ({
      pointer: `/${issue.path.map(String).join('/')}`,
      message: issue.message,
    }));
    return err({
      code: 'framework.invalid',
      detail: `The catalogue has ${errors.length} fault${errors.length === 1 ? '' : 's'}; the first: ${errors[0]?.pointer ?? ''} ${errors[0]?.message ?? ''}`,
      errors: errors.slice(0, 100),
    });
  }
  const known = await allFrameworks(work.tx, work.scope, work.catalogue);
  if (known.has(parsed.data.id))
    return err({
      code: 'framework.exists',
      detail: `${parsed.data.id} is there already; give the new edition its own id.`,
    });
  const own = frameworkOf(parsed.data);
  if (dryRun) return ok(own);
  await addFramework(work.tx, work.scope, parsed.data, work.now);
  await record(work.tx, work.scope, {
    kind: 'framework.added',
    subject: parsed.data.id,
    at: work.now,
    payload: { framework: parsed.data.id, requirements: parsed.data.requirements.length },
  });
  return ok(own);
}

/** Records whether a requirement applies. */
export async function decideApplicability(
  work: Work,
  at: { readonly framework: string; readonly requirement: string },
  word: Applicability,
): Promise<Result<RequirementRef, Refusal>> {
  const framework = (await allFrameworks(work.tx, work.scope, work.catalogue)).get(at.framework);
  if (!framework)
    return err({ code: 'framework.not_found', detail: `There is no framework ${at.framework}.` });
  const requirement = framework.requirements.find((each) => each.id === at.requirement);
  if (!requirement?.leaf)
    return err({
      code: 'requirement.not_found',
      detail: `${framework.title} asks nothing under ${at.requirement}.`,
    });
  // Clauses 4 to 10 cannot be excluded by an organisation that claims conformity (ISO/IEC 27001 clause 1).
  if (!word.applies && requirement.kind === 'clause')
    return err({
      code: 'requirement.clause_not_excludable',
      detail: `Clause ${requirement.id} cannot be left out; only Annex A controls and criteria can.`,
    });
  await decide(work.tx, work.scope, { ref: requirement.ref, word, now: work.now });
  await record(work.tx, work.scope, {
    kind: 'requirement.decided',
    subject: requirement.ref,
    at: work.now,
    payload: {
      ref: requirement.ref,
      applies: word.applies,
      reason: word.applies ? word.because : word.why,
      by: work.scope.principal.name,
    },
  });
  return ok(requirement.ref);
}

/** Takes a word back. */
export async function withdrawDecision(work: Work, ref: RequirementRef): Promise<Result<true, Refusal>> {
  const had = await decide(work.tx, work.scope, { ref, word: undefined, now: work.now });
  if (!had) return err({ code: 'applicability.not_decided', detail: `Nothing is recorded on ${ref}.` });
  await record(work.tx, work.scope, {
    kind: 'requirement.undecided',
    subject: ref,
    at: work.now,
    payload: { ref, by: work.scope.principal.name },
  });
  return ok(true);
}
