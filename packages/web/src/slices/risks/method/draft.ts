// The next version of a method while it is being written. Pure: adding a step keeps the grid whole, a cell stays as it is.
import type { Method } from '../risks.ts';

export type MethodDraft = Omit<Method, 'revision' | 'changed_by' | 'changed_at'>;
export type Scale = 'likelihood' | 'impact' | 'levels';

export const FEWEST = { likelihood: 3, impact: 3, levels: 2 } as const;
export const MOST = { likelihood: 5, impact: 5, levels: 7 } as const;

export function draftOf(method: Method): MethodDraft {
  const { revision: _, changed_by: __, changed_at: ___, ...draft } = method;
  return draft;
}

export function withStep(
  draft: MethodDraft,
  scale: Scale,
  at: { readonly step: number; readonly to: Partial<Method['levels'][number]> },
): MethodDraft {
  return {
    ...draft,
    [scale]: draft[scale].map((each, i) => (i === at.step ? { ...each, ...at.to } : each)),
  };
}

/** One step more at the worse end: a grid grows by a copy of its last row or column, to be judged. */
export function longer(draft: MethodDraft, scale: Scale): MethodDraft {
  const steps = [...draft[scale], { name: '', meaning: '' }];
  return { ...draft, [scale]: steps, combination: resized(draft, scale, 1) };
}

/** One step less at the worse end; levels that are gone become the worst that is left. */
export function shorter(draft: MethodDraft, scale: Scale): MethodDraft {
  const next = { ...draft, [scale]: draft[scale].slice(0, -1), combination: resized(draft, scale, -1) };
  if (scale !== 'levels') return next;
  const top = next.levels.length;
  return {
    ...next,
    acceptable: Math.min(next.acceptable, top),
    authority: next.authority.map((each) => ({ ...each, up_to: Math.min(each.up_to, top) })),
  };
}

export function withCell(
  draft: MethodDraft,
  at: { readonly likelihood: number; readonly impact: number },
  level: number,
): MethodDraft {
  const { combination } = draft;
  if (combination.kind !== 'grid') return draft;
  const levels = combination.levels.map((row, r) =>
    r === at.likelihood ? row.map((held, c) => (c === at.impact ? level : held)) : row,
  );
  return { ...draft, combination: { kind: 'grid', levels } };
}

function resized(draft: MethodDraft, scale: Scale, by: 1 | -1): MethodDraft['combination'] {
  const { combination } = draft;
  if (combination.kind === 'product') {
    if (scale !== 'levels') return combination;
    const bounds = combination.up_to;
    return { kind: 'product', up_to: by === 1 ? [...bounds, (bounds.at(-1) ?? 0) + 1] : bounds.slice(0, -1) };
  }
  const { levels } = combination;
  if (scale === 'levels') {
    const top = draft.levels.length - 1;
    return by === 1
      ? combination
      : { kind: 'grid', levels: levels.map((row) => row.map((level) => Math.min(level, top))) };
  }
  const grown = (row: readonly number[]): number[] => [...row, row.at(-1) ?? 1];
  if (scale === 'impact')
    return { kind: 'grid', levels: levels.map((row) => (by === 1 ? grown(row) : row.slice(0, -1))) };
  return { kind: 'grid', levels: by === 1 ? [...levels, [...(levels.at(-1) ?? [])]] : levels.slice(0, -1) };
}
