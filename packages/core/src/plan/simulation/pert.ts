// Draws of three-point estimates by table: quantiles of a beta-PERT distribution between 0 and 1, one table a shape.
import { betaTable, pertShape, type Stream } from '../../risks/index.ts';
import type { ThreePoint } from '../network.ts';

/** Quantiles of a table; between them a draw is interpolated. */
const STEPS = 1024;
const CELLS = 512;
/** Shapes that are told apart: by thousandths of the width, which no day could show. */
const SHAPES = 1000;

/** A shape has one table for good: it is the same whoever asks, and there are no more than a thousand and one. */
const TABLES = new Map<number, Float64Array>();

/** What draws an estimate; it takes one number of a stream, or none where nothing is uncertain. */
export function estimateDraw({ min, mode, max }: ThreePoint): (stream: Stream) => number {
  const width = max - min;
  if (!(width > 0)) return () => mode;
  const table = tableOf((mode - min) / width);
  return ({ next }) => {
    const at = next() * STEPS;
    const step = Math.floor(at);
    const below = table[step] ?? 0;
    return min + width * (below + ((table[step + 1] ?? 1) - below) * (at - step));
  };
}

function tableOf(place: number): Float64Array {
  const shape = Math.round(place * SHAPES);
  const known = TABLES.get(shape);
  if (known) return known;
  const made = quantiles(shape / SHAPES);
  TABLES.set(shape, made);
  return made;
}

/** The value below which each 1024th part lies. */
function quantiles(mode: number): Float64Array {
  const upTo = betaTable(pertShape({ min: 0, mode, max: 1 }), CELLS);
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
