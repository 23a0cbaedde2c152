// Where figures come from.
import type { FigureRow, FigureUnit, FigureValue } from '../figure.ts';

export const ASSUMED = 'Assumption: no dependable public figure was found; put in your own.';
export const ARTICLE =
  'Published planning ranges for first-timers (Atlant Security, soc2auditors.org, 2026).';
export const TABLE = 'ISO/IEC 27006-1, audit time of the initial audit by persons.';
export const MULTISITE = 'IAF MD 1, sampling of sites.';
export const LINFORD =
  'Linford & Co, drivers of the fee of a SOC audit: categories, systems, type, first time.';

/** A figure that a source gives. */
export function known(
  label: string,
  unit: FigureUnit,
  from: { readonly value: FigureValue; readonly source: string },
): FigureRow {
  return { label, unit, value: from.value, source: from.source, assumption: false };
}

/** A figure that no source gives. */
export function assumed(label: string, unit: FigureUnit, value: FigureValue): FigureRow {
  return { label, unit, value, source: ASSUMED, assumption: true };
}
