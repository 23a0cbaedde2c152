// Figures that somebody knows better: what is kept of them, and what core lets stand.
import {
  FIGURES,
  DERIVED_FIGURES,
  overrideFault,
  type FigureOverride,
  type FigureOverrides,
} from '@assay/core';
import type { FigureRecord, FigureValueSaid } from '@assay/contract';
import type { Refusal } from '../../app/refusal.ts';
import type { AdvisorRecord } from './advisor.repository.ts';
import { dayOf, figureIn, type SaidFigure } from './advisor.stored.ts';

/** What counts of what was said, over which somebody only tries others: null stands for the default. */
export function overridesOf(
  records: readonly AdvisorRecord[],
  tried: Readonly<Record<string, FigureValueSaid | null>> = {},
): FigureOverrides {
  const said = records.flatMap((record): [string, FigureOverride][] => {
    if (record.kind !== 'figure') return [];
    const figure = figureIn(record.document);
    return figure.value === null ? [] : [[record.thing, overrideOf(figure, record.by)]];
  });
  const other = Object.entries(tried).flatMap(([key, value]): [string, FigureOverride][] =>
    value === null ? [] : [[key, { value, who: 'you', why: 'Tried.', when: dayOf('1970-01-01') }]],
  );
  const dropped = new Set(Object.entries(tried).flatMap(([key, value]) => (value === null ? [key] : [])));
  return Object.fromEntries([...said, ...other].filter(([key]) => !dropped.has(key)));
}

export function figureRecords(records: readonly AdvisorRecord[]): readonly FigureRecord[] {
  return records.flatMap((record) => (record.kind === 'figure' ? [figureRecord(record)] : []));
}

export function figureRecord(record: AdvisorRecord): FigureRecord {
  const { value, currency, because } = figureIn(record.document);
  return {
    key: record.thing,
    revision: record.revision,
    said: value === null ? null : { value, currency, because, by: record.by, at: record.since },
  };
}

export function unknownFigure(key: string): Refusal | undefined {
  if (key in FIGURES || key in DERIVED_FIGURES) return undefined;
  return { code: 'advice.figure_unknown', detail: `There is no figure ${key}.` };
}

/** Why a figure cannot be said so; undefined where it can. */
export function refuseFigure(key: string, said: SaidFigure, by: string): Refusal | undefined {
  const unknown = unknownFigure(key);
  if (unknown || said.value === null) return unknown;
  const fault = overrideFault(key, overrideOf(said, by));
  if (!fault) return undefined;
  const place = fault.pointer.endsWith('/currency') ? 'currency' : 'value';
  return {
    code: 'advice.refused',
    detail: fault.detail,
    errors: [{ pointer: `/body/${place}`, message: fault.detail }],
  };
}

/** The same for figures that are only tried. */
export function refuseTried(tried: Readonly<Record<string, FigureValueSaid | null>>): Refusal | undefined {
  for (const [key, value] of Object.entries(tried)) {
    const refusal = refuseFigure(key, { value, currency: null, because: 'Tried.', on: '1970-01-01' }, 'you');
    if (refusal)
      return {
        ...refusal,
        errors: [{ pointer: `/body/figures/${key}`, message: refusal.detail }],
      };
  }
  return undefined;
}

function overrideOf(said: SaidFigure, by: string): FigureOverride {
  const { value, currency, because, on } = said;
  if (value === null) throw new Error('a figure that was taken back overrides nothing');
  return { value, who: by, why: because, when: dayOf(on), ...(currency === null ? {} : { currency }) };
}
