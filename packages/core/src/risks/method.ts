// How a company rates risk: its scales, its grid and what it accepts (ISO/IEC 27001 6.1.2; ISO/IEC 27005 Annex A).
import { err, ok, type Result } from '../kernel/index.ts';

/** A step of a scale, with what it means here. */
export interface ScaleStep {
  readonly name: string;
  readonly meaning: string;
}

/**
 * grid: a level is looked up, row by likelihood, column by impact. Steps of a scale are places in an order, not
 * quantities: only a method that says `product` multiplies them.
 */
export type Combination =
  | { readonly kind: 'grid'; readonly levels: readonly (readonly number[])[] }
  | { readonly kind: 'product'; readonly upTo: readonly number[] };

export interface RiskMethod {
  readonly likelihood: readonly ScaleStep[];
  readonly impact: readonly ScaleStep[];
  /** From the least to the worst. */
  readonly levels: readonly ScaleStep[];
  readonly combination: Combination;
  /** Highest level that needs no treatment. */
  readonly acceptable: number;
  /** Who may accept a risk up to which level; nobody may accept what nobody is named for. */
  readonly authority: readonly { readonly role: string; readonly upTo: number }[];
}

export type MethodFault =
  | { readonly code: 'method.scale'; readonly pointer: string; readonly detail: string }
  | { readonly code: 'method.grid'; readonly pointer: string; readonly detail: string }
  | { readonly code: 'method.level'; readonly pointer: string; readonly detail: string };

/** The ISO/IEC 27005 example: five by five, five levels. Rows likelihood, columns impact. */
export const GRID_27005: readonly (readonly number[])[] = [
  [0, 0, 1, 1, 1],
  [0, 1, 1, 2, 2],
  [1, 1, 2, 3, 3],
  [1, 2, 3, 3, 4],
  [2, 3, 3, 4, 4],
];

/** All that is wrong with a method; a grid has no holes, and a worse step never lowers a level. */
export function checkMethod(method: RiskMethod): Result<true, readonly MethodFault[]> {
  const faults = [...scaleFaults(method), ...levelFaults(method), ...combinationFaults(method)];
  return faults.length === 0 ? ok(true) : err(faults);
}

/** The level of a risk, as an index into the method's levels; scales count from 0. */
export function levelOf(
  method: RiskMethod,
  of: { readonly likelihood: number; readonly impact: number },
): Result<number, { readonly code: 'risk.off_scale'; readonly pointer: '/likelihood' | '/impact' }> {
  if (!isStep(method.likelihood, of.likelihood))
    return err({ code: 'risk.off_scale', pointer: '/likelihood' });
  if (!isStep(method.impact, of.impact)) return err({ code: 'risk.off_scale', pointer: '/impact' });
  const { combination } = method;
  if (combination.kind === 'grid') return ok(combination.levels[of.likelihood]?.[of.impact] ?? 0);
  const product = (of.likelihood + 1) * (of.impact + 1);
  const place = combination.upTo.findIndex((top) => product <= top);
  return ok(place === -1 ? method.levels.length - 1 : place);
}

/** Whether somebody in these roles may accept a risk of this level. */
export function mayAccept(method: RiskMethod, level: number, roles: readonly string[]): boolean {
  return method.authority.some(({ role, upTo }) => roles.includes(role) && level <= upTo);
}

function isStep(scale: readonly ScaleStep[], step: number): boolean {
  return Number.isInteger(step) && step >= 0 && step < scale.length;
}

function scaleFaults(method: RiskMethod): readonly MethodFault[] {
  return (['likelihood', 'impact'] as const).flatMap((name) => {
    const count = method[name].length;
    return count >= 3 && count <= 5
      ? []
      : [{ code: 'method.scale', pointer: `/${name}`, detail: `has ${count} steps; it needs three to five` }];
  });
}

function levelFaults({ levels, acceptable, authority }: RiskMethod): readonly MethodFault[] {
  const fits = (level: number): boolean => isStep(levels, level);
  return [
    ...(levels.length >= 2 && levels.length <= 7
      ? []
      : [fault('/levels', `has ${levels.length}; it needs two to seven`)]),
    ...(fits(acceptable) ? [] : [fault('/acceptable', 'is none of the levels')]),
    ...authority.flatMap(({ upTo }, i) =>
      fits(upTo) ? [] : [fault(`/authority/${i}`, 'is none of the levels')],
    ),
  ];
  function fault(pointer: string, detail: string): MethodFault {
    return { code: 'method.level', pointer, detail };
  }
}

function combinationFaults(method: RiskMethod): readonly MethodFault[] {
  const { combination, likelihood, impact, levels } = method;
  const fault = (pointer: string, detail: string): MethodFault => ({ code: 'method.grid', pointer, detail });
  if (combination.kind === 'product') {
    const { upTo } = combination;
    const rising = upTo.every((top, i) => i === 0 || top > (upTo[i - 1] ?? 0));
    return rising && upTo.length === levels.length - 1
      ? []
      : [
          fault(
            '/combination/up_to',
            `needs ${levels.length - 1} rising bounds, one below each level but the first`,
          ),
        ];
  }
  const grid = combination.levels;
  if (grid.length !== likelihood.length)
    return [
      fault('/combination/levels', `has ${grid.length} rows for ${likelihood.length} steps of likelihood`),
    ];
  return grid.flatMap((row, r) => {
    const pointer = `/combination/levels/${r}`;
    if (row.length !== impact.length)
      return [fault(pointer, `has ${row.length} cells for ${impact.length} steps of impact`)];
    return row.flatMap((level, c) => {
      if (!isStep(levels, level)) return [fault(`${pointer}/${c}`, 'is none of the levels')];
      const falls = level < (row[c - 1] ?? 0) || level < (grid[r - 1]?.[c] ?? 0);
      return falls ? [fault(`${pointer}/${c}`, 'is lower than that of a smaller likelihood or impact')] : [];
    });
  });
}
