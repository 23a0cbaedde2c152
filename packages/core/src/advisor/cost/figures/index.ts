// The one place of defaults: the page about the advice is made from it.
import type { FigureRow } from '../figure.ts';
import { AUDIT_FIGURES } from './audits.ts';
import { BOUGHT_FIGURES } from './bought.ts';
import { DERIVED } from './derived.ts';
import { OWN_FIGURES } from './own.ts';

export const FIGURES = { ...OWN_FIGURES, ...BOUGHT_FIGURES, ...AUDIT_FIGURES } satisfies Readonly<
  Record<string, FigureRow>
>;
export const DERIVED_FIGURES = DERIVED;

export type FigureKey = keyof typeof FIGURES;
export type DerivedKey = keyof typeof DERIVED;

export function isFigureKey(key: string): key is FigureKey {
  return Object.hasOwn(FIGURES, key);
}

export function isDerivedKey(key: string): key is DerivedKey {
  return Object.hasOwn(DERIVED, key);
}
