// The organisation's context (ISO/IEC 27001:2022, 4.1 with Amendment 1:2024) and its interested parties (4.2).
import { isBlank, remarks, when, type IsmsLint, type IsmsRule } from './lint.ts';

export const ISSUE_SIDES = ['internal', 'external'] as const;
export type IssueSide = (typeof ISSUE_SIDES)[number];

export interface Context {
  readonly issues: readonly { readonly side: IssueSide; readonly issue: string; readonly effect: string }[];
  /** Whether climate change is a relevant issue: null while nobody has decided; no is a full answer too. */
  readonly climate: { readonly relevant: boolean | null; readonly because: string };
}

export interface Party {
  readonly name: string;
  /** What the party asks for; `addressed` is null while nobody has decided whether the ISMS answers it. */
  readonly needs: readonly {
    readonly need: string;
    readonly addressed: boolean | null;
    /** How the ISMS answers it, or why it does not. */
    readonly how: string;
  }[];
}

export interface Parties {
  readonly parties: readonly Party[];
}

export function contextLints(context: Context): readonly IsmsLint[] {
  return remarks(CONTEXT_RULES, context);
}

export function partiesLints(parties: Parties): readonly IsmsLint[] {
  return remarks(PARTIES_RULES, parties);
}

const CONTEXT_RULES: readonly IsmsRule<Context>[] = [
  {
    code: 'context.side_missing',
    clause: '4.1',
    blocks: true,
    finds: ({ issues }) =>
      ISSUE_SIDES.filter((side) => !issues.some((each) => each.side === side)).map(
        (side) => `No ${side} issue is named.`,
      ),
    remedy: 'Name what inside or around the company helps or hinders its information security.',
  },
  {
    code: 'context.climate_undecided',
    clause: '4.1',
    blocks: true,
    finds: ({ climate }) =>
      when(climate.relevant === null, 'Nobody has decided whether climate change is a relevant issue.'),
    remedy: 'Answer yes or no, and say why.',
  },
  {
    code: 'context.climate_without_reason',
    clause: '4.1',
    blocks: true,
    finds: ({ climate }) =>
      when(
        climate.relevant !== null && isBlank(climate.because),
        'The climate question is answered without a reason.',
      ),
    remedy: 'Say in a sentence what was considered: sites, suppliers, power, what customers ask.',
  },
];

const PARTIES_RULES: readonly IsmsRule<Parties>[] = [
  {
    code: 'parties.none',
    clause: '4.2',
    blocks: true,
    finds: ({ parties }) => when(parties.length === 0, 'No interested party is named.'),
    remedy: 'Begin with customers, staff, owners, authorities and suppliers.',
  },
  {
    code: 'parties.without_need',
    clause: '4.2',
    blocks: true,
    finds: ({ parties }) =>
      parties.filter(({ needs }) => needs.length === 0).map(({ name }) => `${name} has no need recorded.`),
    remedy: 'Say what the party asks of information security, or leave the party out.',
  },
  {
    code: 'parties.need_undecided',
    clause: '4.2',
    blocks: true,
    finds: ({ parties }) =>
      parties.flatMap(({ name, needs }) =>
        needs
          .filter(({ addressed, how }) => addressed === null || isBlank(how))
          .map(({ need }) => `“${need}” of ${name} lacks a decision or its reason.`),
      ),
    remedy: 'Decide whether the ISMS answers it, and say how, or why not.',
  },
];
