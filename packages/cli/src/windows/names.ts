// Names in a case that point nowhere or stand twice: what a schema cannot see.
import type { CaseControl, WindowCase } from './schema.ts';

/** A fault and where it stands, as path segments. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The first fault of a case, if any. */
export function firstFault(given: WindowCase): Fault | undefined {
  const codes = new Set(given.controls.map(({ code }) => code));
  return (
    twice(
      given.controls.map(({ code }) => code),
      (nth) => ['controls', nth, 'code'],
    ) ??
    given.controls.map((control, at) => inControl(control, ['controls', at])).find((fault) => fault) ??
    given.criteria
      .flatMap(({ key_controls }, at) =>
        key_controls.flatMap(({ control, compensated_by }, nth) =>
          [control, ...compensated_by].map((code) => ({ code, path: ['criteria', at, 'key_controls', nth] })),
        ),
      )
      .filter(({ code }) => !codes.has(code))
      .map(({ code, path }): Fault => ({ path, message: `there is no control ${code}` }))[0]
  );
}

function inControl(control: CaseControl, path: readonly (string | number)[]): Fault | undefined {
  const scopes = new Set(control.scopes.map(({ name }) => name));
  const lists = ['exclusions', 'evidence', 'events', 'runs', 'outages'] as const;
  return (
    twice(
      control.scopes.map(({ name }) => name),
      (nth) => [...path, 'scopes', nth, 'name'],
    ) ??
    twice(
      (control.events ?? []).map(({ id }) => id),
      (nth) => [...path, 'events', nth, 'id'],
    ) ??
    twice(
      control.evidence.map(({ id, scope }) => `${id} ${scope ?? ''}`),
      (nth) => [...path, 'evidence', nth, 'id'],
    ) ??
    lists
      .flatMap((list) => (control[list] ?? []).map(({ scope }, at) => ({ scope, path: [...path, list, at] })))
      .filter(({ scope }) => scope !== undefined && !scopes.has(scope))
      .map((each): Fault => ({
        path: [...each.path, 'scope'],
        message: `there is no scope ${each.scope}`,
      }))[0]
  );
}

/** The first key that stands twice; `at` tells where the nth item stands. */
function twice(keys: readonly string[], at: (nth: number) => Fault['path']): Fault | undefined {
  const nth = keys.findIndex((key, index) => keys.indexOf(key) < index);
  return nth < 0 ? undefined : { path: at(nth), message: 'stands twice' };
}
