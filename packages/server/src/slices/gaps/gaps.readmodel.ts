// Gaps, the actions that close them and what an auditor would not find, from what every slice knows.
import {
  documentedInformation,
  gapActions,
  gapsOf,
  nextSteps,
  readiness,
  withRecords,
  type DocumentedFound,
  type Gap,
  type GapAction,
  type Instant,
  type Readiness,
} from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { knowledge, type Knowledge } from '../controls/controls.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { currentWindow } from '../monitoring/windows.module.ts';
import { listAudits } from '../audits/audits.module.ts';
import { listFindings } from '../findings/findings.module.ts';
import { recordStandings } from '../isms/isms.module.ts';
import { statementVersions } from '../soa/soa.module.ts';
import { policiesInForce } from '../policies/policies.module.ts';
import { plannedDays } from '../work/work.module.ts';

export interface GapAnalysis {
  readonly known: Knowledge;
  readonly gaps: readonly Gap[];
  readonly actions: readonly GapAction[];
  readonly documented: readonly DocumentedFound[];
  readonly readiness: readonly Readiness[];
}

export async function gapAnalysis(
  tx: Tx,
  scope: OrgScope,
  asked: { readonly catalogue: Catalogue; readonly now: Instant; readonly at?: Instant | undefined },
): Promise<GapAnalysis> {
  const known = await knowledge(tx, scope, asked);
  const window = await currentWindow(tx, scope, asked);
  const { posture, controls, states } = known;
  const gaps = gapsOf(posture, window?.criteria ?? []);
  const iso = posture.frameworks.find(({ framework }) => framework.id === DOCUMENTED_BY);
  const documented = iso
    ? withRecords(
        documentedInformation(
          iso,
          posture.controls,
          await policiesInForce(tx, { scope, catalogue: asked.catalogue, now: asked.now }),
        ),
        {
          today: known.today,
          isms: await recordStandings(tx, scope, known.today),
          audits: await listAudits(tx, scope, asked.at),
          findings: await listFindings(tx, scope),
          statements: (await statementVersions(tx, scope, asked.at)).map(({ id }) => id),
        },
      )
    : [];
  return {
    known,
    gaps,
    actions: gapActions({
      gaps,
      steps: nextSteps(posture, controls, states),
      controls,
      states,
      planned: await plannedDays(tx, scope, { facts: known.facts, at: asked.at }),
    }),
    documented,
    readiness: readiness({ posture, documented, window }),
  };
}

/** Edition whose clauses the list of documented information names. */
const DOCUMENTED_BY = 'iso27001:2022';
