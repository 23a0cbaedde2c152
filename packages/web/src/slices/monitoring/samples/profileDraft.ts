// A profile as it is typed: texts of each kind of rule, the rule that follows from them, and what is still wrong.
import {
  assertNever,
  isReservedProfile,
  ruleFault,
  type FrequencyClass,
  type SizeProfile,
  type SizeRule,
} from '@assay/core';
import { numberIn } from '../../../ui/numberIn.ts';
import { said } from '../../../ui/words.ts';

export const RULE_KINDS = ['table', 'bands', 'percent', 'attribute'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** Rows up to which a size holds, as typed; of the last band without meaning. An empty size takes every row. */
export interface BandText {
  readonly upTo: string;
  readonly size: string;
}

export interface ProfileDraft {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly kind: RuleKind;
  readonly sizes: Readonly<Record<FrequencyClass, string>>;
  readonly bands: readonly BandText[];
  readonly numbers: Readonly<Record<NumberName, string>>;
  readonly finite: boolean;
}

export const NUMBERS = {
  percent: 'Percent of the population',
  least: 'At least',
  most: 'At most',
  confidence: 'Confidence, percent',
  tolerableRate: 'Tolerable deviation rate, percent',
  expectedDeviations: 'Expected deviations',
} as const;
export type NumberName = keyof typeof NUMBERS;

/** The draft of a profile; what its rule does not have begins as usual. */
export function draftOf(profile: SizeProfile): ProfileDraft {
  const { name, title, source, rule } = profile;
  const draft = { ...USUAL, name, title, source, kind: rule.kind };
  switch (rule.kind) {
    case 'table':
      return { ...draft, sizes: sizesBy((each) => String(rule.sizes[each])) };
    case 'bands':
      return {
        ...draft,
        bands: rule.bands.map((band) => ({ upTo: text(band.upTo), size: text(band.size) })),
      };
    case 'percent': {
      const { percent, least, most } = rule;
      const typed = { percent: String(percent), least: String(least), most: String(most) };
      return { ...draft, numbers: { ...USUAL.numbers, ...typed } };
    }
    case 'attribute': {
      const typed = {
        confidence: String(rule.confidence),
        tolerableRate: String(rule.tolerableRate),
        expectedDeviations: String(rule.expectedDeviations),
      };
      return { ...draft, finite: rule.finite, numbers: { ...USUAL.numbers, ...typed } };
    }
    default:
      return assertNever(rule);
  }
}

/** The profile that was typed, or what is wrong with it. */
export function profileIn(
  draft: ProfileDraft,
): { readonly profile: SizeProfile } | { readonly wrong: string } {
  const [name, title, source] = [draft.name.trim(), draft.title.trim(), draft.source.trim()];
  if (!/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(name))
    return { wrong: 'The name has lower-case letters, digits and hyphens, 1 to 40.' };
  if (isReservedProfile(name)) return { wrong: `${name} is a name of Assay’s own; take another.` };
  if (title === '') return { wrong: 'It needs a title.' };
  if (source.length < 3) return { wrong: 'Say where the numbers come from: an auditor will ask.' };
  const rule = ruleOf(draft);
  const fault = ruleFault(rule);
  return fault
    ? { wrong: `${placeOf(fault.at)}: expected ${fault.wants}.` }
    : { profile: { name, title, source, rule } };
}

/** The rule that was typed; what is no number is none in it either. */
function ruleOf({ kind, sizes, bands, numbers, finite }: ProfileDraft): SizeRule {
  const number = (name: NumberName): number => typed(numbers[name]);
  switch (kind) {
    case 'table':
      return { kind, sizes: sizesBy((each) => typed(sizes[each])) };
    case 'bands':
      return {
        kind,
        bands: bands.map(({ upTo, size }, i) => ({
          upTo: i === bands.length - 1 ? null : typed(upTo),
          size: size.trim() === '' ? null : typed(size),
        })),
      };
    case 'percent':
      return { kind, percent: number('percent'), least: number('least'), most: number('most') };
    case 'attribute': {
      const [confidence, tolerableRate] = [number('confidence'), number('tolerableRate')];
      return { kind, confidence, tolerableRate, expectedDeviations: number('expectedDeviations'), finite };
    }
    default:
      return assertNever(kind);
  }
}

function typed(text: string): number {
  return numberIn(text) ?? Number.NaN;
}

/** Where a fault stands, in the words of the form. */
function placeOf(at: string): string {
  const [, first = '', second = '', third = ''] = at.split('/');
  if (first === 'sizes') return sentenceCase(said(second));
  if (first === 'bands')
    return `Band ${Number(second) + 1}, ${third === 'size' ? 'size' : 'rows up to which it holds'}`;
  return Object.entries(NUMBERS).find(([name]) => name === first)?.[1] ?? 'The rule';
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function text(count: number | null): string {
  return count === null ? '' : String(count);
}

function sizesBy<T>(of: (each: FrequencyClass) => T): Record<FrequencyClass, T> {
  return {
    annual: of('annual'),
    semi_annual: of('semi_annual'),
    quarterly: of('quarterly'),
    monthly: of('monthly'),
    weekly: of('weekly'),
    daily: of('daily'),
    many_a_day: of('many_a_day'),
    automated: of('automated'),
  };
}

const USUAL: ProfileDraft = {
  name: '',
  title: '',
  source: '',
  kind: 'table',
  sizes: sizesBy(() => ''),
  bands: [
    { upTo: '50', size: '' },
    { upTo: '', size: '25' },
  ],
  numbers: {
    percent: '10',
    least: '3',
    most: '30',
    confidence: '95',
    tolerableRate: '5',
    expectedDeviations: '0',
  },
  finite: true,
};
