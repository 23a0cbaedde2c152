// Where the matrix draws what: cells, the line of acceptance, risks as chips in their cell, arrows between cells. Pure.
import type { Matrix, Method } from '../risks.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Cell extends Box {
  readonly likelihood: number;
  readonly impact: number;
  readonly level: number;
  readonly name: string;
  readonly risks: readonly string[];
}

export interface Chip extends Box {
  readonly risk: string;
  readonly likelihood: number;
  readonly impact: number;
}

export interface Arrow {
  readonly risk: string;
  readonly kind: 'done' | 'aim';
  readonly from: Point;
  readonly to: Point;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface MatrixPicture {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly cells: readonly Cell[];
  readonly chips: readonly Chip[];
  readonly arrows: readonly Arrow[];
  /** Edges between what is acceptable and what is not. */
  readonly limit: readonly { readonly from: Point; readonly to: Point }[];
  readonly rows: readonly { readonly name: string; readonly step: number; readonly y: number }[];
  readonly columns: readonly { readonly name: string; readonly step: number; readonly x: number }[];
  readonly levels: number;
}

const [CHIP, LINE, PAD, HEAD, FOOT] = [20, 24, 6, 20, 14];
/** Below this width of a cell, names of levels and steps are left out and stand in the legend. */
const ROOMY = 96;
const AXIS = 34;

/** Only the risks in `shown` are drawn. */
export function matrixPicture(
  { rows, moves, aims }: Pick<Matrix, 'rows' | 'moves' | 'aims'>,
  { levels, acceptable, likelihood, impact }: Pick<Method, 'levels' | 'acceptable' | 'likelihood' | 'impact'>,
  { width, shown }: { readonly width: number; readonly shown: ReadonlySet<string> },
): MatrixPicture {
  const columns = rows[0]?.length ?? 1;
  const roomy = (width - 120) / columns >= ROOMY;
  const left = roomy ? 120 : 22;
  const size = Math.floor((width - left - 1) / columns);
  const codes = rows.flat().flatMap((cell) => cell.risks);
  const chipWidth = Math.max(30, ...codes.map((code) => Math.round(code.length * 7.3 + 6)));
  const perLine = Math.max(1, Math.floor((size - PAD) / (chipWidth + 4)));
  let y = 1;
  const cells: Cell[] = [];
  const names: MatrixPicture['rows'][number][] = [];
  for (const row of rows) {
    const lines = row.map((cell) => Math.ceil(cell.risks.filter((risk) => shown.has(risk)).length / perLine));
    const height = Math.max(roomy ? 58 : 52, HEAD + Math.max(...lines) * LINE + FOOT);
    row.forEach((cell, i) =>
      cells.push({
        ...cell,
        risks: cell.risks.filter((risk) => shown.has(risk)),
        x: left + i * size,
        y,
        width: size,
        height,
      }),
    );
    const step = row[0]?.likelihood ?? 0;
    names.push({ step, name: likelihood[step - 1]?.name ?? '', y: y + height / 2 });
    y += height;
  }
  const chips = cells.flatMap((cell) =>
    cell.risks.map((risk, i): Chip => ({
      risk,
      likelihood: cell.likelihood,
      impact: cell.impact,
      x: cell.x + PAD + (i % perLine) * (chipWidth + 4),
      y: cell.y + HEAD + Math.floor(i / perLine) * LINE,
      width: chipWidth,
      height: CHIP,
    })),
  );
  return {
    width,
    height: y + AXIS,
    narrow: !roomy,
    cells,
    chips,
    arrows: arrowsOf({ moves, aims }, { cells, chips }),
    limit: limitOf(cells, acceptable),
    rows: names,
    columns: (rows[0] ?? []).map((cell, i) => ({
      step: cell.impact,
      name: impact[cell.impact - 1]?.name ?? '',
      x: left + i * size + size / 2,
    })),
    levels: levels.length,
  };
}

/** The chip that an arrow key reaches: the nearest in that direction, straight ahead before aside. */
export function nextChip(chips: readonly Chip[], from: Chip, pressed: string): Chip | undefined {
  const ahead: Readonly<Record<string, Point>> = {
    ArrowLeft: { x: -1, y: 0 },
    ArrowRight: { x: 1, y: 0 },
    ArrowUp: { x: 0, y: -1 },
    ArrowDown: { x: 0, y: 1 },
  };
  const way = ahead[pressed];
  if (!way) return undefined;
  return chips
    .map((chip) => {
      const [dx, dy] = [chip.x - from.x, chip.y - from.y];
      const along = dx * way.x + dy * way.y;
      return { chip, along, cost: along + 3 * Math.abs(way.x === 0 ? dx : dy) };
    })
    .filter(({ along }) => along > 0)
    .sort((a, b) => a.cost - b.cost)[0]?.chip;
}

/** `done` arrows begin at a ring in the cell where a risk was, and end at its chip; `aim` arrows go on from there. */
function arrowsOf(
  { moves, aims }: Pick<Matrix, 'moves' | 'aims'>,
  { cells, chips }: Pick<MatrixPicture, 'cells' | 'chips'>,
): readonly Arrow[] {
  const cellAt = new Map(cells.map((cell) => [key(cell), cell]));
  const chipOf = new Map(chips.map((chip) => [chip.risk, chip]));
  const taken = new Map<string, number>();
  const ring = (at: { readonly likelihood: number; readonly impact: number }): Point | undefined => {
    const cell = cellAt.get(key(at));
    if (!cell) return undefined;
    const place = taken.get(key(at)) ?? 0;
    taken.set(key(at), place + 1);
    return {
      x: cell.x + cell.width - 9 - ((place * 11) % Math.max(11, cell.width - 18)),
      y: cell.y + cell.height - 8,
    };
  };
  const drawn = (kind: Arrow['kind'], of: Matrix['moves']) =>
    of.flatMap(({ risk, from, to }): readonly Arrow[] => {
      const chip = chipOf.get(risk);
      const end = chip && ring(kind === 'done' ? from : to);
      if (!end) return [];
      const edge = edgeOf(chip, end);
      return [kind === 'done' ? { risk, kind, from: end, to: edge } : { risk, kind, from: edge, to: end }];
    });
  return [...drawn('done', moves), ...drawn('aim', aims)];
}

/** Where a line from a chip's middle to a point leaves the chip. */
function edgeOf(chip: Chip, to: Point): Point {
  const middle = { x: chip.x + chip.width / 2, y: chip.y + chip.height / 2 };
  const [dx, dy] = [to.x - middle.x, to.y - middle.y];
  const share = Math.min(
    1,
    (chip.width / 2 + 2) / Math.max(0.01, Math.abs(dx)),
    (chip.height / 2 + 2) / Math.max(0.01, Math.abs(dy)),
  );
  // Whichever side is met first.
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

function limitOf(cells: readonly Cell[], acceptable: number): MatrixPicture['limit'] {
  const at = new Map(cells.map((cell) => [key(cell), cell]));
  return cells.flatMap((cell) => {
    if (cell.level > acceptable) return [];
    const above = at.get(key({ likelihood: cell.likelihood + 1, impact: cell.impact }));
    const right = at.get(key({ likelihood: cell.likelihood, impact: cell.impact + 1 }));
    const [far, low] = [cell.x + cell.width, cell.y + cell.height];
    return [
      ...(above && above.level > acceptable
        ? [{ from: { x: cell.x, y: cell.y }, to: { x: far, y: cell.y } }]
        : []),
      ...(right && right.level > acceptable ? [{ from: { x: far, y: cell.y }, to: { x: far, y: low } }] : []),
    ];
  });
}

function key({ likelihood, impact }: { readonly likelihood: number; readonly impact: number }): string {
  return `${likelihood}-${impact}`;
}

/** The three corners of an arrow's head. */
export function headOf({ from, to }: Pick<Arrow, 'from' | 'to'>): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const corner = (turn: number): string =>
    `${(to.x - 7 * Math.cos(angle + turn)).toFixed(1)},${(to.y - 7 * Math.sin(angle + turn)).toFixed(1)}`;
  return `${to.x.toFixed(1)},${to.y.toFixed(1)} ${corner(0.42)} ${corner(-0.42)}`;
}

/** How dark a level is drawn: from paper to a quarter of ink. */
export function shadeOf(level: number, levels: number): number {
  return levels <= 1 ? 0 : Math.round(((level - 1) / (levels - 1)) * 22) / 100;
}
