// The rule of a sample profile from what was typed; what was not typed stays as in the profile it begins with.
import { FREQUENCY_CLASSES, type FrequencyClass, type SizeBand, type SizeRule } from '@assay/core';
import { CommandEnd, EXIT } from '../exit.ts';

/** As it was typed: each group belongs to one kind of rule. */
export interface RuleOptions {
  readonly sizes?: string;
  readonly bands?: string;
  readonly percent?: number;
  readonly least?: number;
  readonly most?: number;
  readonly confidence?: number;
  readonly tolerable?: number;
  readonly expected?: number;
  readonly finite?: boolean;
}

type Of<K extends SizeRule['kind']> = Extract<SizeRule, { readonly kind: K }>;

/** The rule; `base` where nothing of it was typed. */
export function ruleFrom(typed: RuleOptions, base: SizeRule | undefined): SizeRule {
  const { percent, least, most, confidence, tolerable, expected, finite } = typed;
  const kinds = [
    ...(typed.sizes === undefined ? [] : ['table' as const]),
    ...(typed.bands === undefined ? [] : ['bands' as const]),
    ...((percent ?? least ?? most) === undefined ? [] : ['percent' as const]),
    ...((confidence ?? tolerable ?? expected ?? finite) === undefined ? [] : ['attribute' as const]),
  ];
  const [kind, ...more] = kinds;
  if (more.length > 0) throw wrong(`A profile has one rule: it cannot be ${kinds.join(' and ')} at once.`);
  switch (kind) {
    case undefined:
      if (base) return base;
      throw wrong(
        'The profile has no rule.',
        'Say --sizes, --bands, --percent or --confidence, or --like NAME.',
      );
    case 'table':
      return { kind, sizes: tableFrom(typed.sizes ?? '', base?.kind === 'table' ? base.sizes : {}) };
    case 'bands':
      return { kind, bands: (typed.bands ?? '').split(',').map(bandFrom) };
    case 'percent':
      return percentFrom(typed, base?.kind === 'percent' ? base : undefined);
    default:
      return attributeFrom(typed, base?.kind === 'attribute' ? base : undefined);
  }
}

function tableFrom(text: string, base: Partial<Record<FrequencyClass, number>>): Of<'table'>['sizes'] {
  const sizes: Partial<Record<FrequencyClass, number>> = { ...base };
  for (const part of text.split(',')) {
    const [name = '', size = ''] = part.split('=').map((each) => each.trim());
    const found = FREQUENCY_CLASSES.find((each) => each === name.replaceAll('-', '_'));
    if (!found || !/^\d{1,7}$/.test(size))
      throw wrong(
        `${part} is no size.`,
        `Write it as daily=25, with one of ${FREQUENCY_CLASSES.join(', ')}.`,
      );
    sizes[found] = Number(size);
  }
  const whole = (name: FrequencyClass): number => {
    const size = sizes[name];
    if (size === undefined)
      throw wrong(`The table has no size for ${name}.`, 'Name every class, or begin with --like common.');
    return size;
  };
  return {
    annual: whole('annual'),
    semi_annual: whole('semi_annual'),
    quarterly: whole('quarterly'),
    monthly: whole('monthly'),
    weekly: whole('weekly'),
    daily: whole('daily'),
    many_a_day: whole('many_a_day'),
    automated: whole('automated'),
  };
}

function bandFrom(part: string): SizeBand {
  const [, upTo, size] = /^\s*(\d{1,8}|more)\s*=\s*(\d{1,7}|all)\s*$/.exec(part) ?? [];
  if (upTo === undefined || size === undefined)
    throw wrong(`${part} is no band.`, 'Write them as 50=all,100=25,more=60.');
  return { upTo: upTo === 'more' ? null : Number(upTo), size: size === 'all' ? null : Number(size) };
}

function percentFrom(typed: RuleOptions, base: Of<'percent'> | undefined): Of<'percent'> {
  const { percent = base?.percent, least = base?.least, most = base?.most } = typed;
  if (percent === undefined || least === undefined || most === undefined)
    throw wrong('A part of the population needs --percent, --least and --most.');
  return { kind: 'percent', percent, least, most };
}

function attributeFrom(typed: RuleOptions, base: Of<'attribute'> | undefined): Of<'attribute'> {
  const { confidence = base?.confidence, tolerable: tolerableRate = base?.tolerableRate } = typed;
  if (confidence === undefined || tolerableRate === undefined)
    throw wrong('Attribute sampling needs --confidence and --tolerable.');
  const expectedDeviations = typed.expected ?? base?.expectedDeviations ?? 0;
  const finite = typed.finite ?? base?.finite ?? false;
  return { kind: 'attribute', confidence, tolerableRate, expectedDeviations, finite };
}

function wrong(detail: string, remedy?: string): CommandEnd {
  return new CommandEnd(EXIT.usage, detail, remedy);
}
