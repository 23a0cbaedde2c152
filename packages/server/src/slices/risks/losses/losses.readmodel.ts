// What is said of losses, gathered: every open risk with its estimate, the tolerance, what its controls cost.
import { NO_ESTIMATE, type Control, type Instant, type LossEstimate, type Risk } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { listControls } from '../../controls/controls.module.ts';
import { listRisks } from '../risks.repository.ts';
import { listLosses, type LossKind, type LossRecord } from './losses.repository.ts';
import {
  costOf,
  estimateOf,
  NO_TOLERANCE,
  toleranceOf,
  type SaidCost,
  type SaidTolerance,
} from './losses.stored.ts';

export interface Said<T> {
  readonly said: T;
  /** Undefined where nothing was said yet. */
  readonly record: LossRecord | undefined;
}

export interface Losses {
  readonly tolerance: Said<SaidTolerance>;
  readonly risks: readonly { readonly risk: Risk; readonly estimate: Said<LossEstimate> }[];
  readonly controls: readonly {
    readonly control: Pick<Control, 'code' | 'name'>;
    readonly cost: Said<SaidCost>;
  }[];
}

const NO_COST: SaidCost = { cost: undefined, note: '' };

export async function readLosses(tx: Tx, scope: OrgScope, at?: Instant): Promise<Losses> {
  const records = await listLosses(tx, scope, at);
  const find = (kind: LossKind, thing: string): LossRecord | undefined =>
    records.find((each) => each.kind === kind && each.thing === thing);
  const open = (await listRisks(tx, scope, { at })).filter(({ risk }) => !risk.closed);
  const used = new Set<string>(open.flatMap(({ risk }) => risk.treatment?.controls ?? []));
  const controls = (await listControls(tx, scope, at)).map(({ control }) => ({
    control: { code: control.code, name: control.name },
    cost: saidBy(find('cost', control.code), costOf, NO_COST),
  }));
  return {
    tolerance: saidBy(find('tolerance', scope.org), toleranceOf, NO_TOLERANCE),
    risks: open.map(({ risk }) => ({
      risk,
      estimate: saidBy(find('estimate', risk.code), estimateOf, NO_ESTIMATE),
    })),
    controls: controls.filter(({ control, cost }) => used.has(control.code) || cost.record !== undefined),
  };
}

function saidBy<T>(record: LossRecord | undefined, read: (stored: unknown) => T, none: T): Said<T> {
  return { said: record ? read(record.document) : none, record };
}
