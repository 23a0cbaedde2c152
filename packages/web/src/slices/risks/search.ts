// What the register keeps in its address: words, filters, a cell of the matrix, which arrows, picture or table, the day.
import type { Risk } from './risks.ts';

const KEYS = ['q', 'state', 'owner', 'category', 'level', 'cell', 'arrows', 'as', 'sort', 'at'] as const;

export type RiskSearch = { readonly [K in (typeof KEYS)[number]]?: string | undefined };

export function riskSearch(search: Record<string, unknown>): RiskSearch {
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = search[key];
      return typeof value === 'string' && value !== '' ? [[key, value]] : [];
    }),
  );
}

/** `4-5`: likelihood and impact of a cell. */
export function cellKey(at: { readonly likelihood: number; readonly impact: number }): string {
  return `${at.likelihood}-${at.impact}`;
}

/** The risks that all filters leave; closed ones only where they are asked for. */
export function filterRisks(risks: readonly Risk[], by: RiskSearch): readonly Risk[] {
  const words = (by.q ?? '').toLowerCase().split(/\s+/);
  return risks.filter((risk) => {
    const standing = risk.current ?? risk.inherent;
    const text =
      `${risk.code} ${risk.title} ${risk.owner ?? ''} ${risk.category} ${risk.treatment?.controls.join(' ') ?? ''}`.toLowerCase();
    return (
      (by.state === undefined ? risk.state !== 'closed' : risk.state === by.state) &&
      words.every((word) => text.includes(word)) &&
      (by.owner === undefined || (risk.owner ?? 'none') === by.owner) &&
      (by.category === undefined || risk.category === by.category) &&
      (by.level === undefined || standing?.name === by.level) &&
      (by.cell === undefined || (standing !== null && cellKey(standing) === by.cell))
    );
  });
}
