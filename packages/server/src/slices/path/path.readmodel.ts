// What the guided path counts, gathered from every slice that knows something of a step.
import { auditState, versionInForce, type Instant, type IsmsKind, type PathKnown } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { listAudits } from '../audits/audits.module.ts';
import type { Knowledge } from '../controls/controls.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { gapAnalysis } from '../gaps/gaps.module.ts';
import { ismsVersions } from '../isms/isms.module.ts';
import { policyStandings } from '../policies/policies.module.ts';
import { methodVersion, riskStandings } from '../risks/risks.module.ts';
import { statementVersions } from '../soa/soa.module.ts';

interface Asked {
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export async function pathKnown(tx: Tx, scope: OrgScope, asked: Asked): Promise<PathKnown> {
  const { known, actions } = await gapAnalysis(tx, scope, asked);
  const audits = await listAudits(tx, scope);
  const policies = await policyStandings(tx, { scope, ...asked });
  return {
    ...(await companyKnown(tx, scope, known)),
    ...(await risksKnown(tx, scope, known)),
    ...postureKnown(known),
    statements: (await statementVersions(tx, scope)).length,
    actions: { done: actions.filter(({ due }) => due !== undefined).length, of: actions.length },
    policies: {
      done: policies.filter(({ state }) => state === 'published').length,
      of: policies.length,
    },
    auditsPlanned: audits.length,
    auditsReported: audits.filter(({ audit }) => auditState(audit) === 'reported').length,
  };
}

async function companyKnown(
  tx: Tx,
  scope: OrgScope,
  { frameworks, today }: Knowledge,
): Promise<Pick<PathKnown, 'scopes' | 'context' | 'reviewsPlanned' | 'reviewsClosed'>> {
  const all = (await ismsVersions(tx, scope, {})).map((each) => ({
    ...each,
    approved: each.approval !== undefined,
  }));
  const held = [...Map.groupBy(all, ({ id }) => id).values()].flatMap((own) => {
    const found = versionInForce(own, today);
    return found ? [found.record] : [];
  });
  const scoped = new Set(held.flatMap((record) => (record.kind === 'scope' ? [record.framework] : [])));
  const has = (kind: IsmsKind): number => Number(held.some((record) => record.kind === kind));
  const reviews = all.filter(({ until, record }) => until === null && record.kind === 'review');
  return {
    scopes: { done: frameworks.filter(({ id }) => scoped.has(id)).length, of: frameworks.length },
    context: { done: has('context') + has('parties'), of: 2 },
    reviewsPlanned: reviews.length,
    reviewsClosed: held.filter((record) => record.kind === 'review').length,
  };
}

async function risksKnown(
  tx: Tx,
  scope: OrgScope,
  { today }: Knowledge,
): Promise<Pick<PathKnown, 'methods' | 'risks' | 'treatment'>> {
  const live = (await riskStandings(tx, scope, { today })).filter(
    ({ standing }) => standing.state !== 'closed',
  );
  const above = live.filter(({ standing }) => standing.level !== undefined && !standing.acceptable);
  const late = new Set(['risk.treatment_overdue', 'risk.treatment_undated', 'risk.treatment_unowned']);
  const decided = above.filter(
    ({ standing }) =>
      standing.state === 'accepted' ||
      (standing.state === 'treated' && !standing.lints.some(({ code }) => late.has(code))),
  );
  return {
    methods: await methodVersion(tx, scope),
    risks: live.filter(({ standing, owned }) => owned && standing.level !== undefined).length,
    treatment: { done: decided.length, of: above.length },
  };
}

function postureKnown({
  posture,
  examination,
  today,
}: Knowledge): Pick<PathKnown, 'decided' | 'proved' | 'window'> {
  const requirements = posture.frameworks.flatMap((each) => each.requirements);
  const annex = requirements.filter(({ requirement }) => requirement.kind === 'control');
  const placed = requirements.filter(({ applies, inPlace }) => applies && inPlace);
  const begins = examination.type === 'type2' ? examination.period.from : undefined;
  return {
    decided: { done: annex.filter(({ decided }) => decided).length, of: annex.length },
    proved: { done: placed.filter(({ proved }) => proved).length, of: placed.length },
    window: posture.frameworks.some(({ view }) => view === 'soc2')
      ? { set: begins !== undefined, begun: begins !== undefined && begins <= today }
      : undefined,
  };
}
