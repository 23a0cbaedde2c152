// The first thing to read of a plan: when each credential is likely in hand, and how surely.
import { compareText } from '../kernel/index.ts';
import type { Credential } from './credential.ts';
import type { PlanSimulation } from './simulation/simulate.ts';

const NAMES: Readonly<Record<Credential, string>> = {
  iso27001: 'The ISO/IEC 27001 certificate',
  soc2_type1: 'The SOC 2 Type I report',
  soc2_type2: 'The SOC 2 Type II report',
};

export function planSentence({ credentials }: PlanSimulation): string {
  if (credentials.length === 0) return 'This way leads to no credential.';
  return credentials
    .toSorted((a, b) => compareText(a.ready.p50, b.ready.p50))
    .map(
      ({ credential, ready }) =>
        `${NAMES[credential]} is likely in hand by ${ready.p50}, in nine of ten courses by ${ready.p90}.`,
    )
    .join(' ');
}
