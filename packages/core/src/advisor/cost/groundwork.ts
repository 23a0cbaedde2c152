// What a way asks for beside controls: scope and risks, internal audit and review, the description. What is done is not paid for.
import { LEAD_TIMES, type Lane, type Lead } from '../../plan/index.ts';
import type { CostComponent } from './component.ts';
import { GROUNDWORK_LEADS } from './figures/own.ts';
import { laneTimes } from './ownComponents.ts';
import type { AsPlanned, CostRoute, CostStep } from './path.ts';
import { numberText } from './words.ts';

const GROUNDWORK_NAMES: Readonly<Record<Lane, string>> = {
  shared: 'Groundwork for both: scope and risks',
  iso: 'Groundwork for ISO/IEC 27001: statement, internal audit, review',
  soc2: 'Groundwork for SOC 2: description and evaluation',
};

/** Tasks that are to be done: those of the plan; without one all but the evaluation where an internal audit is it. */
export function groundworkOf(
  { credentials, together }: CostRoute,
  { groundwork }: AsPlanned,
): readonly Lead[] {
  if (groundwork) return groundwork;
  const evaluated = credentials.includes('soc2_type2') && !together;
  return Object.values(GROUNDWORK_LEADS)
    .flat()
    .filter((lead) => lead !== 'evaluation' || evaluated);
}

/** The security lead does it. */
export function groundworkComponents(
  steps: readonly CostStep[],
  todo: readonly Lead[],
): readonly CostComponent[] {
  const lanes = laneTimes(steps);
  return (['shared', 'iso', 'soc2'] as const).flatMap((lane) => {
    const [schedule, all] = [lanes[lane], GROUNDWORK_LEADS[lane]];
    const left = all.filter((lead) => todo.includes(lead));
    if (!schedule || left.length === 0) return [];
    const id = `groundwork.${lane}` as const;
    return [
      {
        id,
        label: GROUNDWORK_NAMES[lane],
        group: 'effort',
        lane,
        paid: 'own',
        figures: [`${id}.days`, 'rate.security_lead'],
        by: left.length === all.length ? undefined : shareOf(left, all),
        schedule,
      } satisfies CostComponent,
    ];
  });
}

/** By the days that each most likely takes. */
function shareOf(left: readonly Lead[], all: readonly Lead[]): CostComponent['by'] {
  const days = (leads: readonly Lead[]): number =>
    leads.reduce((sum, lead) => sum + LEAD_TIMES[lead].days.mode, 0);
  const names = left.map((lead) => lead.replaceAll('_', ' ')).join(', ');
  const times = days(left) / days(all);
  return { times, words: `${numberText(times)} for what is left of it (${names})` };
}
