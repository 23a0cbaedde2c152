// What is joined to what in the two-views picture, and how to say it. Pure.
import type { ControlLike } from './spots.ts';

export interface Links {
  /** Pairs of control and requirement that a spot lights. */
  readonly pairs: (id: string) => readonly (readonly [string, string])[];
  readonly reach: (id: string) => ReadonlySet<string>;
  readonly say: (id: string) => string;
}

/** Joins by mappings that answer with more than support. */
export function linksOf(controls: readonly ControlLike[]): Links {
  const strong = controls.map((control) => ({
    code: control.code,
    refs: control.mappings
      .filter((mapping) => mapping.strength !== 'supporting')
      .map((mapping) => mapping.to),
  }));
  const pairs = (id: string): readonly (readonly [string, string])[] =>
    strong
      .filter((each) => each.code === id || each.refs.includes(id))
      .flatMap((each) => each.refs.map((ref) => [each.code, ref] as const));
  return {
    pairs,
    reach: (id) => new Set([id, ...pairs(id).flat()]),
    say: (id) => {
      const found = pairs(id);
      const codes = new Set(found.map(([code]) => code));
      const others = (start: string): number =>
        new Set(found.map(([, ref]) => ref).filter((ref) => ref.startsWith(start) && ref !== id)).size;
      const met = `${others('iso27001:2022/')} ISO and ${others('soc2:')} SOC 2 requirements`;
      if (codes.has(id)) return `It answers ${met}.`;
      return `${codes.size} ${codes.size === 1 ? 'control answers' : 'controls answer'} it and ${met} beside.`;
    },
  };
}
