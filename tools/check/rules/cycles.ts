// No module reaches itself through its imports, not even through types alone.
import { readGraph, type Module } from '../read/modules.ts';
import type { Finding, Outcome, Rule } from '../rule.ts';

export const rule: Rule = {
  name: 'cycles',
  run: async (root) => cycleOutcome((await readGraph(root)).modules),
};

type Reach = ReadonlyMap<string, readonly string[]>;

/** Finds one shortest cycle for each knot of modules: first among value imports, then with types included. */
function cycleOutcome(modules: readonly Module[]): Outcome {
  const values = reachOf(modules, ['value']);
  const all = reachOf(modules, ['value', 'type']);
  const valueKnots = knotsOf(values);
  const taken = new Set(valueKnots.map(nameOf));
  const typeKnots = knotsOf(all).filter((knot) => !taken.has(nameOf(knot)));
  return {
    seen: { modules: modules.length, edges: [...all.values()].reduce((sum, list) => sum + list.length, 0) },
    findings: [
      ...valueKnots.map((knot) => finding('value cycle', shortest(values, knot))),
      ...typeKnots.map((knot) => finding('type-only cycle', shortestWithType(all, values, knot))),
    ],
  };
}

function reachOf(modules: readonly Module[], kinds: readonly string[]): Reach {
  const here = new Set(modules.map((module) => module.path));
  return new Map(
    modules.map((module) => {
      const targets = module.edges
        .filter((edge) => kinds.includes(edge.kind))
        .flatMap((edge) => edge.target ?? []);
      return [module.path, [...new Set(targets)].filter((target) => here.has(target)).toSorted()];
    }),
  );
}

/** Strongly connected sets of two or more modules, or of one that names itself (Tarjan 1972, without recursion). */
function knotsOf(reach: Reach): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const held = new Set<string>();
  const knots: string[][] = [];
  const close = (path: string): void => {
    if (low.get(path) !== index.get(path)) return;
    const knot = stack.splice(stack.indexOf(path));
    for (const each of knot) held.delete(each);
    if (knot.length > 1 || reach.get(path)?.includes(path)) knots.push(knot.toSorted());
  };
  for (const start of reach.keys()) {
    if (index.has(start)) continue;
    const open = [frame(start)];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const { path, rest } = top;
      const next = rest.next();
      if (next.done) {
        open.pop();
        close(path);
        const below = open.at(-1)?.path;
        if (below !== undefined) low.set(below, Math.min(low.get(below) ?? 0, low.get(path) ?? 0));
      } else if (!index.has(next.value)) open.push(frame(next.value));
      else if (held.has(next.value)) low.set(path, Math.min(low.get(path) ?? 0, index.get(next.value) ?? 0));
    }
  }
  return knots;

  function frame(path: string) {
    index.set(path, index.size);
    low.set(path, index.size - 1);
    stack.push(path);
    held.add(path);
    return { path, rest: (reach.get(path) ?? []).values() };
  }
}

function shortest(reach: Reach, knot: readonly string[]): readonly string[] {
  const paths = knot.map((start) => pathBetween(reach, start, start) ?? []);
  return paths.filter((path) => path.length > 1).toSorted((a, b) => a.length - b.length)[0] ?? knot;
}

/** The shortest cycle that goes over at least one import of types. */
function shortestWithType(all: Reach, values: Reach, knot: readonly string[]): readonly string[] {
  const cycles = knot.flatMap((from) =>
    (all.get(from) ?? [])
      .filter((to) => knot.includes(to) && !values.get(from)?.includes(to))
      .map((to) => [from, ...(to === from ? [to] : (pathBetween(all, to, from) ?? []))]),
  );
  return cycles.filter((path) => path.length > 1).toSorted((a, b) => a.length - b.length)[0] ?? knot;
}

/** Breadth first, so the first path is a shortest one; both ends are in it. */
function pathBetween(reach: Reach, from: string, to: string): readonly string[] | undefined {
  const queue: (readonly string[])[] = [[from]];
  const met = new Set<string>();
  for (const path of queue) {
    for (const next of reach.get(path.at(-1) ?? '') ?? []) {
      if (next === to) return [...path, next];
      if (met.has(next)) continue;
      met.add(next);
      queue.push([...path, next]);
    }
  }
  return undefined;
}

function finding(kind: string, path: readonly string[]): Finding {
  return {
    file: path[0] ?? '',
    message: `${kind}: ${path.join(' -> ')}`,
    remedy: 'move what both need to a third module, or pass it as an argument',
  };
}

function nameOf(knot: readonly string[]): string {
  return knot.join('\n');
}
