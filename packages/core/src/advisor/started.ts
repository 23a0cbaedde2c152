// The questions of a new organisation as answers of the advice: who asks, by when, what is there already.
import { parsePlainDate, type PlainDate } from '../kernel/index.ts';
import type { Credential, CredentialNeed } from '../plan/index.ts';
import type { Answers, BuyerShare } from './situation.ts';

/** What was said at the start; a word that is none of these says nothing. */
export interface AtStart {
  /** `us`, `eu`, `both` or `unknown`. */
  readonly askedBy: string;
  readonly deadline: string | null;
  readonly hasAlready: readonly string[];
}

interface Asker {
  readonly buyers: readonly BuyerShare[];
  /** What they would take, as the article has it: SOC 2 in North America, ISO/IEC 27001 elsewhere. */
  readonly needs: CredentialNeed;
}

const ASKERS: Readonly<Record<string, Asker>> = {
  us: {
    buyers: [{ region: 'united_states', segment: 'saas', percent: 100 }],
    needs: 'soc2_any',
  },
  eu: {
    buyers: [{ region: 'european_union', segment: 'enterprise', percent: 100 }],
    needs: 'iso27001',
  },
  both: {
    buyers: [
      { region: 'united_states', segment: 'saas', percent: 50 },
      { region: 'european_union', segment: 'enterprise', percent: 50 },
    ],
    needs: 'either',
  },
};

/** Nobody holds it any more: certificates to the edition of 2013 ended on 31 October 2025 at the latest (IAF MD 26). */
const EXPIRED: ReadonlySet<string> = new Set(['ISO/IEC 27001:2013']);

const HELD: Readonly<Record<string, Credential>> = { 'SOC 2 Type I': 'soc2_type1' };

/** A deadline that has passed asks for nothing any more. */
export function answersAtStart({ askedBy, deadline }: AtStart, today: PlainDate): Answers {
  const asker = ASKERS[askedBy];
  const due = deadline === null ? undefined : parsePlainDate(deadline);
  return {
    ...(asker ? { buyers: asker.buyers } : {}),
    ...(due === undefined || due < today
      ? {}
      : {
          clauses: [
            {
              name: 'Deadline named at the start',
              kind: 'contract' as const,
              needs: asker?.needs ?? 'either',
              due,
            },
          ],
        }),
  };
}

/** What is in hand, and other certificates. */
export function heldAtStart({ hasAlready }: Pick<AtStart, 'hasAlready'>): {
  readonly held: readonly Credential[];
  readonly others: readonly string[];
} {
  return {
    held: hasAlready.flatMap((each) => HELD[each] ?? []),
    others: hasAlready.filter((each) => HELD[each] === undefined && !EXPIRED.has(each)),
  };
}
