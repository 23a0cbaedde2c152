// Draws of three-point estimates by table: quantiles of a beta-PERT distribution between 0 and 1, one table a shape.
import { betaTable, pertShape, type Stream } from '../../risks/index.ts';
import type { ThreePoint } from '../network.ts';

/** Quantiles of a table; between them a draw is interpolated. */
const STEPS = 1024;
const CELLS = 512;

/** Tables by shape; estimates whose most likely value lies at the same place between its ends share one. */
export class PertTables {
  readonly #tables = new Map<number, Float64Array>();

  drawOf({ min, mode, max }: ThreePoint): (stream: Stream) => number {
    const width = max - min;
    if (!(width > 0)) return () => mode;
    const table = this.#tableOf((mode - min) / width);
    return ({ next }) => {
      const at = next() * STEPS;
      const step = Math.floor(at);
      const below = table[step] ?? 0;
      return min + width * (below + ((table[step + 1] ?? 1) - below) * (at - step));
    };
  }

  #tableOf(place: number): Float64Array {
    // A millionth of the width makes no difference that a day could show.
    const key = Math.round(place * 1e6);
    const known = this.#tables.get(key);
    if (known) return known;
    const made = quantiles(key / 1e6);
    this.#tables.set(key, made);
    return made;
  }
}

/** The value below which each 1024th part lies. */
function quantiles(place: number): Float64Array {
  const upTo = betaTable(pertShape({ min: 0, mode: place, max: 1 }), CELLS);
  const table = new Float64Array(STEPS + 1);
  let cell = 0;
  for (let step = 1; step < STEPS; step += 1) {
    const share = step / STEPS;
    while (cell < CELLS - 1 && (upTo[cell] ?? 1) < share) cell += 1;
    const before = cell === 0 ? 0 : (upTo[cell - 1] ?? 0);
    table[step] = (cell + (share - before) / ((upTo[cell] ?? 1) - before)) / CELLS;
  }
  table[STEPS] = 1;
  return table;
}
