// What buyers want to see, as shares that sum to 1: told by what was asked, and by where buyers are while little was asked.
import { compareText } from '../kernel/index.ts';
import type { CredentialNeed } from '../plan/index.ts';
import type { BuyerShare, Region, Segment, Situation } from './situation.ts';

/** A need with its share of what is asked. */
export interface NeedShare {
  readonly need: CredentialNeed;
  /** 0 to 1. */
  readonly share: number;
}

export interface Demand {
  /** Questionnaires and requests that named something. */
  readonly requests: number;
  /** n / (n + 1): how much what was asked counts; the rest is left to where buyers are. */
  readonly trust: number;
  readonly asked: readonly NeedShare[];
  readonly geography: readonly NeedShare[];
}

/** SOC 2 is predominantly requested in North America, ISO 27001 is recognised globally (the article). */
const NORTH_AMERICA: readonly Region[] = ['united_states', 'canada'];

/** Buyers who read the tests of a report: a Type I tells them little (the article: Type II carries far more weight). */
const READS_TESTS: readonly Segment[] = ['enterprise', 'regulated', 'public_sector'];

export function demandOf({ asked, buyers }: Situation): Demand {
  const requests = asked.reduce((sum, { count }) => sum + count, 0);
  const whole = buyers.reduce((sum, { percent }) => sum + percent, 0);
  return {
    requests,
    trust: requests / (requests + 1),
    asked: requests === 0 ? [] : summed(asked.map(({ need, count }) => ({ need, share: count / requests }))),
    geography:
      whole === 0
        ? []
        : summed(buyers.map((buyer) => ({ need: usualNeed(buyer), share: buyer.percent / whole }))),
  };
}

/** What a buyer of this place and kind most often asks for. */
export function usualNeed({ region, segment }: Pick<BuyerShare, 'region' | 'segment'>): CredentialNeed {
  if (!NORTH_AMERICA.includes(region)) return 'iso27001';
  return READS_TESTS.includes(segment) ? 'soc2_type2' : 'soc2_any';
}

/** How much of the demand each framework answers alone: both where a need takes either, neither where it takes both. */
export function sidesOf({ trust, asked, geography }: Demand): {
  readonly iso: number;
  readonly soc2: number;
} {
  const side = (needs: readonly NeedShare[], mine: readonly CredentialNeed[]): number =>
    needs.reduce((sum, { need, share }) => sum + (mine.includes(need) ? share : 0), 0);
  const both = (mine: readonly CredentialNeed[]): number =>
    trust * side(asked, mine) + (1 - trust) * side(geography, mine);
  return { iso: both(['iso27001', 'both']), soc2: both(['soc2_type1', 'soc2_type2', 'soc2_any', 'both']) };
}

function summed(all: readonly NeedShare[]): readonly NeedShare[] {
  const shares = new Map<CredentialNeed, number>();
  for (const { need, share } of all) shares.set(need, (shares.get(need) ?? 0) + share);
  return [...shares]
    .map(([need, share]) => ({ need, share }))
    .toSorted((a, b) => compareText(a.need, b.need));
}
