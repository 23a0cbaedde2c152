// Moving where buyers are and what they ask for.
import { compareText, countWords } from '../../kernel/index.ts';
import type { CredentialNeed } from '../../plan/index.ts';
import { usualNeed } from '../demand.ts';
import { REGIONS, type BuyerShare, type Region, type Segment, type Situation } from '../situation.ts';
import { NEED_WORDS, percentWords, REGION_WORDS } from '../words.ts';
import type { Probe } from './probe.ts';

/** The share of one region moved by whole percent; what the others have keeps its proportions. */
export function shareProbes(situation: Situation): readonly Probe[] {
  const { buyers } = situation;
  if (buyers.length === 0) return REGIONS.map((region) => whole(situation, region));
  return REGIONS.flatMap((region) => {
    const now = shareOf(buyers, region);
    const up = probe(situation, region, { now, by: 1, most: Math.floor(100 - now) });
    const others = buyers.some((each) => each.region !== region && each.percent > 0);
    const down = others && now > 0 ? [probe(situation, region, { now, by: -1, most: Math.floor(now) })] : [];
    return up.most > 0 ? [up, ...down] : down;
  });
}

interface Move {
  readonly now: number;
  readonly by: 1 | -1;
  readonly most: number;
}

function probe(situation: Situation, region: Region, { now, by, most }: Move): Probe {
  return {
    id: `buyers/${region}/${by > 0 ? 'more' : 'less'}`,
    field: 'buyers',
    pointer: '/buyers',
    family: `buyers/${usualNeed({ region, segment: 'saas' })}`,
    most,
    span: 100,
    at: (steps) => ({ ...situation, buyers: withShare(situation.buyers, region, now + by * steps) }),
    say: (steps) =>
      `${percentWords(now + by * steps)} of the pipeline were ${placeOf(region)} (today ${percentWords(now)})`,
  };
}

function whole(situation: Situation, region: Region): Probe {
  return {
    id: `buyers/${region}/all`,
    field: 'buyers',
    pointer: '/buyers',
    family: 'buyers/all',
    most: 1,
    at: () => ({ ...situation, buyers: [{ region, segment: usualSegment([], region), percent: 100 }] }),
    say: () => `all of the pipeline were ${placeOf(region)} (today nobody said)`,
  };
}

/** One region at a share, the rest scaled to what is left. */
function withShare(buyers: readonly BuyerShare[], region: Region, percent: number): readonly BuyerShare[] {
  const now = shareOf(buyers, region);
  const rest = buyers.reduce((sum, each) => sum + each.percent, 0) - now;
  const scaled = buyers.map((each) => ({
    ...each,
    percent:
      each.region === region
        ? now === 0
          ? 0
          : (each.percent * percent) / now
        : rest === 0
          ? 0
          : (each.percent * (100 - percent)) / rest,
  }));
  if (now > 0) return scaled;
  const segment = usualSegment(buyers, region);
  return [
    ...scaled.filter((each) => each.region !== region || each.segment !== segment),
    { region, segment, percent },
  ];
}

/** A region that is new has the kind of buyers that there are most of. */
function usualSegment(buyers: readonly BuyerShare[], region: Region): Segment {
  const most = buyers.toSorted((a, b) => b.percent - a.percent || compareText(a.segment, b.segment)).at(0);
  return most?.segment ?? (region === 'multinational' ? 'enterprise' : 'saas');
}

function shareOf(buyers: readonly BuyerShare[], region: Region): number {
  return buyers.reduce((sum, each) => sum + (each.region === region ? each.percent : 0), 0);
}

function placeOf(region: Region): string {
  return region === 'multinational' ? 'large multinational enterprises' : `in ${REGION_WORDS[region]}`;
}

const MOST_MORE = 50;

/** Of things that change the advice alike the one that is asked for most is told. */
const ASKED_FIRST: readonly CredentialNeed[] = [
  'iso27001',
  'soc2_any',
  'soc2_type2',
  'soc2_type1',
  'either',
  'both',
];

/** One more, two more, … requests for each thing; and fewer of what was asked. */
export function askedProbes(situation: Situation): readonly Probe[] {
  return ASKED_FIRST.flatMap((need) => {
    const now = situation.asked.reduce((sum, each) => sum + (each.need === need ? each.count : 0), 0);
    const move = (by: 1 | -1, most: number): Probe => ({
      id: `asked/${need}/${by > 0 ? 'more' : 'less'}`,
      field: 'asked',
      pointer: '/asked',
      family: `asked/${by > 0 ? 'more' : 'less'}`,
      most,
      at: (steps) => ({ ...situation, asked: withCount(situation, need, now + by * steps) }),
      say: (steps) =>
        `${countWords(now + by * steps, 'request')} asked for ${NEED_WORDS[need]} (today ${now})`,
    });
    return now > 0 ? [move(1, MOST_MORE), move(-1, now)] : [move(1, MOST_MORE)];
  });
}

function withCount({ asked }: Situation, need: CredentialNeed, count: number): Situation['asked'] {
  return [...asked.filter((each) => each.need !== need), { need, count }];
}
