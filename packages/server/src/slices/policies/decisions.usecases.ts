// Use cases of what happens to a version: it is approved, put in force, confirmed.
import {
  err,
  mayApprove,
  mayPublish,
  mayRetire,
  ok,
  personKey,
  type OwnerRole,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { addAcknowledgements } from './acknowledgements.repository.ts';
import { filledText, findPolicy, versionFacts, type Policy } from './policies.readmodel.ts';
import { pointerPart, refuseStale, tellAll, write, type Work } from './policies.usecases.ts';

/** Approves the newest version, by name and role; who records it stands beside. */
export async function approvePolicy(
  work: Work,
  code: string,
  said: { readonly ifMatch: string | undefined; readonly by: string; readonly role: OwnerRole },
): Promise<Result<Policy, Refusal>> {
  const found = await unchanged(work, code, said.ifMatch);
  if (!found.ok) return found;
  const { newest } = found.value;
  const allowed = mayApprove(versionFacts(newest), filledText(newest).missing);
  if (!allowed.ok) return err(refusalOf(allowed.error, `${code} version ${newest.version}`));
  const approval = { by: said.by, role: said.role, at: work.now, recordedBy: work.scope.principal.name };
  return write(work, 'policy.approved', { ...newest, approval });
}

/** Puts the approved version in force; it replaces the one before. */
export async function publishPolicy(
  work: Work,
  code: string,
  said: { readonly ifMatch: string | undefined; readonly people: readonly string[] },
): Promise<Result<Policy, Refusal>> {
  const found = await unchanged(work, code, said.ifMatch);
  if (!found.ok) return found;
  const { newest } = found.value;
  const allowed = mayPublish(versionFacts(newest));
  if (!allowed.ok) return err(refusalOf(allowed.error, `${code} version ${newest.version}`));
  const people = [...new Map(said.people.map((name) => [personKey(name), name])).values()];
  return write(work, 'policy.published', { ...newest, publication: { at: work.now, people } });
}

/** Ends a policy with its newest version; who wants it again writes a new one. */
export async function retirePolicy(
  work: Work,
  code: string,
  said: { readonly ifMatch: string | undefined; readonly because: string },
): Promise<Result<Policy, Refusal>> {
  const found = await unchanged(work, code, said.ifMatch);
  if (!found.ok) return found;
  const { newest } = found.value;
  const allowed = mayRetire(versionFacts(newest));
  if (!allowed.ok) return err(refusalOf(allowed.error, `${code} version ${newest.version}`));
  const retirement = { by: work.scope.principal.name, at: work.now, because: said.because };
  return write(work, 'policy.retired', { ...newest, retirement });
}

/** Notes who confirmed the version in force, each once; saying it again changes nothing. */
export async function acknowledgePolicy(
  work: Work,
  code: string,
  said: { readonly people: readonly string[] | undefined; readonly proof: string | undefined },
): Promise<Result<Policy, Refusal>> {
  const found = await findPolicy(work.tx, work, code);
  if (!found.ok) return found;
  const version = found.value.standing.inForce;
  if (version === undefined)
    return err({ code: 'policy.not_in_force', detail: `No version of ${code} was published yet.` });
  const self = work.scope.principal.name;
  const people = [...new Map((said.people ?? [self]).map((name) => [personKey(name), name])).values()];
  const other = people.find((name) => personKey(name) !== personKey(self));
  if (other !== undefined && said.proof === undefined)
    return err({
      code: 'policy.no_proof',
      detail: `Say where it is proved that ${other} confirmed ${code}.`,
    });
  const confirmed = people.map((person) => ({ code, version, person, proof: said.proof }));
  const fresh = await addAcknowledgements(work.tx, work.scope, confirmed, work.now);
  await tellAll(
    work,
    confirmed
      .filter(({ person }) => fresh.has(person))
      .map(({ person, proof }) => ({
        kind: 'policy.acknowledged',
        subject: code,
        payload: { policy: code, version, person, proof: proof ?? null },
      })),
  );
  return findPolicy(work.tx, work, code);
}

async function unchanged(
  work: Work,
  code: string,
  ifMatch: string | undefined,
): Promise<Result<Policy, Refusal>> {
  const found = await findPolicy(work.tx, work, code);
  if (!found.ok) return found;
  const conflict = refuseStale(found.value.newest, ifMatch);
  return conflict ? err(conflict) : ok(found.value);
}

type Fault = Extract<
  ReturnType<typeof mayApprove | typeof mayPublish | typeof mayRetire>,
  { readonly ok: false }
>['error'];

function refusalOf(fault: Fault, what: string): Refusal {
  switch (fault.code) {
    case 'policy.unfilled':
      return {
        code: fault.code,
        detail: `${what} has open places: ${fault.missing.join(', ')}.`,
        errors: fault.missing.map((name) => ({
          pointer: `/variables/${pointerPart(name)}`,
          message: 'has no value',
        })),
      };
    case 'policy.approved':
      return { code: fault.code, detail: `${what} is approved already.` };
    case 'policy.not_approved':
      return { code: fault.code, detail: `${what} is not approved.` };
    case 'policy.published':
      return { code: fault.code, detail: `${what} is in force already.` };
    case 'policy.retired':
      return { code: fault.code, detail: `${what} is retired.` };
    default:
      return fault satisfies never;
  }
}
