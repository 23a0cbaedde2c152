// What would change the advice, told: of each input and outcome the smallest change, nearest first.
import { LEADS_TO, type AdviceOption } from '../../plan/index.ts';
import type { Decision } from '../decide.ts';
import type { Situation, SituationField } from '../situation.ts';
import { sentence } from '../words.ts';
import { probesOf, smallestFlip, type Advised } from './search.ts';

export interface Flip {
  /** Which input was moved which way; `probesOf` has the probe of this id. */
  readonly id: string;
  readonly field: SituationField;
  readonly pointer: string;
  /** Steps of the probe; one fewer does not change the advice. */
  readonly steps: number;
  /** Share of the way that the probe could go, 0 to 1: how near the flip is. */
  readonly distance: number;
  readonly to: AdviceOption;
  readonly sentence: string;
}

const WOULD: Readonly<Record<AdviceOption, string>> = {
  iso_first: 'ISO 27001 would come first',
  type1_then_type2: 'a SOC 2 Type I would come first',
  type2_directly: 'a SOC 2 Type II would be sought directly',
  both_in_parallel: 'both would be built in parallel on one control set',
  nothing_yet: 'nothing yet would be the advice',
};

/** Moves for the worse: that they push spending beyond the first year makes nothing affordable. */
const WORSE: ReadonlySet<string> = new Set(['existing/remaining/more', 'capacity/less']);

export function flipsOf(
  situation: Situation,
  { recommended, ranking }: Decision,
  advised: Advised,
): readonly Flip[] {
  const smallest = new Map<string, Flip>();
  // To hold already what is advised changes what is to be done, and says nothing about which comes first.
  const brings = new Set(LEADS_TO[recommended].map((credential) => `existing/held/${credential}`));
  const unpaid = new Set(
    ranking.filter(({ limits }) => limits.some(({ kind }) => kind === 'budget')).map(({ option }) => option),
  );
  for (const probe of probesOf(situation).filter(({ id }) => !brings.has(id))) {
    const found = smallestFlip(probe, recommended, advised);
    if (found === undefined || (WORSE.has(probe.id) && unpaid.has(found.to))) continue;
    const { id, field, pointer, family } = probe;
    const key = `${family} ${found.to}`;
    const distance = Math.round((found.steps / (probe.span ?? probe.most)) * 1000) / 1000;
    // Steps of a family are alike, so fewer are a smaller change.
    if ((smallest.get(key)?.steps ?? Number.POSITIVE_INFINITY) <= found.steps) continue;
    smallest.set(key, {
      id,
      field,
      pointer,
      ...found,
      distance,
      sentence: `${sentence(`if ${probe.say(found.steps)}`)}, ${WOULD[found.to]}.`,
    });
  }
  return [...smallest.values()].toSorted((a, b) => yesNo(a) - yesNo(b) || a.distance - b.distance);
}

/** What has only one step is neither near nor far: it comes after what can be measured. */
function yesNo({ distance }: Flip): number {
  return distance === 1 ? 1 : 0;
}
