// Use cases of the frameworks slice.
import { frameworkFile, type FrameworkFile } from '@assay/contract';
import {
  err,
  ok,
  requirementRef,
  type Applicability,
  type Framework,
  type Instant,
  type Requirement,
  type RequirementRef,
  type Result,
} from '@assay/core';
import { faultsOf, type Fault } from '../../app/faults.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { record } from '../evidence/evidence.module.ts';
import { frameworkOf, type Catalogue } from './catalogue.ts';
import { frameworkDigest } from './digest.ts';
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
  const parsed = parseFramework(given);
  if (!parsed.ok) return err(invalid(parsed.error));
  const { value: file } = parsed;
  const known = await allFrameworks(work.tx, work.scope, work.catalogue);
  if (known.has(file.id))
    return err({
      code: 'framework.exists',
      detail: `${file.id} is there already; give the new edition its own id.`,
    });
  const own = frameworkOf(file);
  if (dryRun) return ok(own);
  await addFramework(work.tx, work.scope, file, work.now);
  await record(work.tx, work.scope, {
    kind: 'framework.added',
    subject: file.id,
    at: work.now,
    payload: { framework: file.id, ...frameworkDigest(file) },
  });
  return ok(own);
}

/** Our own format or OSCAL; each fault points into the document that was given. */
function parseFramework(given: unknown): Result<FrameworkFile, readonly Fault[]> {
  const converted = isOscalCatalogue(given) ? oscalToFramework(given) : ok({ file: given, places: [] });
  if (!converted.ok) return converted;
  const parsed = frameworkFile.safeParse(converted.value.file);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.flatMap((issue) => {
      const [list, index, ...rest] = issue.path;
      const place = list === 'requirements' ? converted.value.places[Number(index)] : undefined;
      return place === undefined ? faultsOf(issue, '') : faultsOf({ ...issue, path: rest }, place);
    }),
  );
}

function invalid(faults: readonly Fault[]): Refusal {
  const [first] = faults;
  return {
    code: 'framework.invalid',
    detail: `The catalogue has ${faults.length} fault${faults.length === 1 ? '' : 's'}; the first at ${first?.pointer || 'its root'}: ${first?.message ?? ''}.`,
    errors: faults.slice(0, 100),
  };
}

/** A requirement as an address names it. */
interface Asked {
  readonly framework: string;
  readonly requirement: string;
}

async function requirementAt(work: Work, at: Asked): Promise<Result<Requirement, Refusal>> {
  const framework = (await allFrameworks(work.tx, work.scope, work.catalogue)).get(at.framework);
  if (!framework)
    return err({ code: 'framework.not_found', detail: `There is no framework ${at.framework}.` });
  const requirement = framework.requirements.find((each) => each.id === at.requirement);
  return requirement?.leaf
    ? ok(requirement)
    : err({
        code: 'requirement.not_found',
        detail: `${framework.title} asks nothing under ${at.requirement}.`,
      });
}

/** Records whether a requirement applies. */
export async function decideApplicability(
  work: Work,
  at: Asked,
  word: Applicability,
): Promise<Result<RequirementRef, Refusal>> {
  const found = await requirementAt(work, at);
  if (!found.ok) return found;
  const requirement = found.value;
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
export async function withdrawDecision(work: Work, at: Asked): Promise<Result<true, Refusal>> {
  const ref = requirementRef(at.framework, at.requirement);
  const had = await decide(work.tx, work.scope, { ref, word: undefined, now: work.now });
  if (!had) {
    const found = await requirementAt(work, at);
    return found.ok
      ? err({ code: 'applicability.not_decided', detail: `Nothing is recorded on ${ref}.` })
      : found;
  }
  await record(work.tx, work.scope, {
    kind: 'requirement.undecided',
    subject: ref,
    at: work.now,
    payload: { ref, by: work.scope.principal.name },
  });
  return ok(true);
}
