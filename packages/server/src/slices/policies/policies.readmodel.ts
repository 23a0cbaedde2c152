// Policies with all that is known of them: their versions, where they stand today, who has confirmed what.
import {
  acknowledged,
  dateOfInstant,
  err,
  fill,
  groupBy,
  localDay,
  millisOfInstant,
  ok,
  policyStanding,
  sameness,
  type Acknowledged,
  type Instant,
  type PlainDate,
  type PolicyAtWork,
  type PolicyInForce,
  type PolicyStanding,
  type PolicyVersion,
  type Result,
  type Sameness,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { isZoneName, zoneOf } from '../../platform/zone.ts';
import { findOrganisation, type OrgScope } from '../access/access.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { listAcknowledgements, type Acknowledgement } from './acknowledgements.repository.ts';
import { listVersions, type PolicyRecord } from './versions.repository.ts';

export interface Asked {
  readonly scope: OrgScope;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export interface Policy {
  readonly code: string;
  /** From the first to the newest. */
  readonly versions: readonly PolicyRecord[];
  readonly newest: PolicyRecord;
  readonly standing: PolicyStanding;
  readonly acknowledged: Acknowledged | undefined;
  /** Of the version in force, in order of time. */
  readonly confirmations: readonly Acknowledgement[];
  /** Day from which the version in force holds. */
  readonly since: PlainDate | undefined;
}

/** All policies, or the one of a code, in order of their codes. */
export async function policies(tx: Tx, { scope, now }: Asked, code?: string): Promise<readonly Policy[]> {
  const dayOf = await dayIn(tx, scope);
  const confirmed = await listAcknowledgements(tx, scope, code);
  const groups = groupBy(await listVersions(tx, scope, code), (each) => each.code);
  return [...groups].toSorted(byNumber).flatMap(([of, versions]): readonly Policy[] => {
    const newest = versions.at(-1);
    if (!newest) return [];
    const standing = policyStanding(
      versions.map((each) => versionFacts(each, dayOf)),
      dayOf(now),
    );
    const held = versions.find((each) => each.version === standing.inForce);
    const people = held?.publication?.people;
    const by = confirmed.filter((each) => each.code === of && each.version === held?.version);
    return [
      {
        code: of,
        versions,
        newest,
        standing,
        confirmations: by,
        since: held?.publication && dayOf(held.publication.at),
        acknowledged:
          people &&
          acknowledged(
            people,
            by.map((each) => each.person),
          ),
      },
    ];
  });
}

/** POL-16 comes before POL-101. */
function byNumber([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** Where each policy stands today. */
export async function policyStandings(tx: Tx, asked: Asked): Promise<readonly PolicyStanding[]> {
  return (await policies(tx, asked)).map(({ standing }) => standing);
}

/** Policies in force with what each answers. */
export async function policiesInForce(tx: Tx, asked: Asked): Promise<readonly PolicyInForce[]> {
  return (await policies(tx, asked)).flatMap(({ code, versions, standing }) => {
    const held = versions.find(({ version }) => version === standing.inForce);
    return held ? [{ code, answers: held.answers, reviewDue: standing.state === 'review_due' }] : [];
  });
}

/** Policies as tasks need to know them. */
export async function policiesAtWork(tx: Tx, asked: Asked): Promise<readonly PolicyAtWork[]> {
  return (await policies(tx, asked)).map(({ code, newest, standing, since, acknowledged: confirmed }) => ({
    code,
    title: newest.title,
    owner: newest.owner,
    standing,
    since,
    acknowledged: confirmed,
    newest: versionFacts(newest),
    missing: filledText(newest).missing,
  }));
}

export async function findPolicy(tx: Tx, asked: Asked, code: string): Promise<Result<Policy, Refusal>> {
  const [found] = await policies(tx, asked, code);
  return found ? ok(found) : err({ code: 'policy.not_found', detail: `There is no policy ${code}.` });
}

/** A version of a policy by its number. */
export function versionOf(policy: Policy, version: number): Result<PolicyRecord, Refusal> {
  const found = policy.versions.find((each) => each.version === version);
  return found
    ? ok(found)
    : err({ code: 'policy.not_found', detail: `${policy.code} has no version ${version}.` });
}

/** A version as core's rules ask for it. */
export function versionFacts(
  { version, approval, publication, reviewMonths, retirement }: PolicyRecord,
  dayOf: (at: Instant) => PlainDate = dateOfInstant,
): PolicyVersion {
  return {
    version,
    approved: approval !== undefined,
    publishedOn: publication && dayOf(publication.at),
    reviewMonths,
    retired: retirement !== undefined,
  };
}

export function filledText(record: PolicyRecord) {
  return fill(record.text, new Map(Object.entries(record.variables)));
}

/** How much is still the template's; undefined where there is none, or none any more. */
export function samenessOf(record: PolicyRecord, catalogue: Catalogue): Sameness | undefined {
  const template = catalogue.policies.find((each) => each.code === record.template);
  if (!template) return undefined;
  return sameness(filledText(record).text, template.body, new Map(Object.entries(record.variables)));
}

/** Days as the organisation counts them; a zone that this machine does not know is read as UTC. */
async function dayIn(tx: Tx, scope: OrgScope): Promise<(at: Instant) => PlainDate> {
  const name = (await findOrganisation(tx, scope))?.settings.time_zone ?? 'UTC';
  const known = isZoneName(name) ? name : 'UTC';
  return (at) => {
    const millis = millisOfInstant(at);
    return localDay(zoneOf(known, millis, millis + 1), at);
  };
}
