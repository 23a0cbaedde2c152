// Where everything of the two-views picture stands, and what is joined to what. Pure.

interface FrameworkLike {
  readonly view: string;
  readonly requirements: readonly {
    readonly ref: string;
    readonly id: string;
    readonly title: string;
    readonly group: string;
    readonly kind: string;
    readonly state: string;
  }[];
}

interface ControlLike {
  readonly code: string;
  readonly name: string;
  readonly state: { readonly state: string; readonly implementation: string | null };
  readonly mappings: readonly { readonly to: string; readonly strength: string }[];
}

export interface Spot {
  readonly id: string;
  readonly name: string;
  readonly kind: 'iso' | 'soc2' | 'control';
  readonly state: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly className: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly spots: readonly Spot[];
  readonly labels: readonly Label[];
  readonly byId: ReadonlyMap<string, Spot>;
  neighbour(from: Spot, key: string): Spot | undefined;
}

const WIDTH = 1040;
const CELL = 15;
const GAP = 4;
const GROUP_NAMES: Readonly<Record<string, string>> = {
  clauses: 'Clauses 4–10',
  organizational: 'Organizational',
  people: 'People',
  physical: 'Physical',
  technological: 'Technological',
};

/** Lays out both sides in cells by group and the controls as a column of strokes. */
export function layout(frameworks: readonly FrameworkLike[], controls: readonly ControlLike[]): Drawing {
  const iso = frameworks.find((each) => each.view === 'iso');
  const soc2 = frameworks.find((each) => each.view === 'soc2');
  const left = side(iso, { kind: 'iso', x: 0, perRow: 15, labelX: 0 });
  const right = side(soc2, {
    kind: 'soc2',
    x: WIDTH - 15 * (CELL + GAP) + GAP,
    perRow: 15,
    labelX: WIDTH - 15 * (CELL + GAP) + GAP,
  });
  const height = Math.max(left.height, right.height, 360);
  const shared = controls.filter(
    (control) =>
      control.mappings.some((mapping) => mapping.to.startsWith('iso27001:')) &&
      control.mappings.some((mapping) => mapping.to.startsWith('soc2:')),
  );
  const columns = 3;
  const rows = Math.ceil(shared.length / columns);
  const step = (height - 40) / Math.max(1, rows);
  const middle = WIDTH / 2 - 60;
  const strokes = shared.map((control, i): Spot => ({
    id: control.code,
    name: `${control.code} ${control.name}`,
    kind: 'control',
    state: control.state.implementation ?? control.state.state,
    x: middle + Math.floor(i / rows) * 44,
    y: 32 + (i % rows) * step,
    width: 32,
    height: Math.min(8, step - 1),
  }));
  const spots = [...left.spots, ...strokes, ...right.spots];
  const labels: Label[] = [
    { text: 'ISO/IEC 27001:2022', x: 0, y: 14, className: 'title-iso', anchor: 'start' },
    { text: 'SOC 2', x: right.x, y: 14, className: 'title-soc2', anchor: 'start' },
    { text: `${shared.length} shared controls`, x: WIDTH / 2, y: 14, className: 'title', anchor: 'middle' },
    ...left.labels,
    ...right.labels,
  ];
  return {
    width: WIDTH,
    height,
    spots,
    labels,
    byId: new Map(spots.map((spot) => [spot.id, spot])),
    neighbour: (from, key) => nearest(spots, from, key),
  };
}

function side(
  framework: FrameworkLike | undefined,
  at: { readonly kind: 'iso' | 'soc2'; readonly x: number; readonly perRow: number; readonly labelX: number },
) {
  const spots: Spot[] = [];
  const labels: Label[] = [];
  let y = 44;
  const groups = new Map<string, FrameworkLike['requirements'][number][]>();
  for (const each of framework?.requirements ?? [])
    groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  for (const [group, members] of groups) {
    const perRow = at.kind === 'soc2' ? 10 : at.perRow;
    const offset = at.kind === 'soc2' ? 44 : 0;
    if (at.kind === 'iso')
      labels.push({
        text: `${GROUP_NAMES[group] ?? group}, ${members.length}`,
        x: at.labelX,
        y,
        className: 'label',
        anchor: 'start',
      });
    else labels.push({ text: group, x: at.labelX, y: y + CELL - 3, className: 'label', anchor: 'start' });
    const top = at.kind === 'iso' ? y + 8 : y;
    members.forEach((each, i) =>
      spots.push({
        id: each.ref,
        name: `${each.id} ${each.title}`,
        kind: at.kind,
        state: each.state,
        x: at.x + offset + (i % perRow) * (CELL + GAP),
        y: top + Math.floor(i / perRow) * (CELL + GAP),
        width: CELL,
        height: CELL,
      }),
    );
    y = top + Math.ceil(members.length / perRow) * (CELL + GAP) + (at.kind === 'iso' ? 22 : 12);
  }
  return { spots, labels, height: y, x: at.x };
}

/** The nearest spot in the direction of an arrow key. */
function nearest(spots: readonly Spot[], from: Spot, key: string): Spot | undefined {
  const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key] ?? [
    0, 0,
  ];
  if (dx === 0 && dy === 0) return undefined;
  let best: Spot | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const spot of spots) {
    const along = (spot.x - from.x) * (dx ?? 0) + (spot.y - from.y) * (dy ?? 0);
    const across = Math.abs((spot.x - from.x) * (dy ?? 0)) + Math.abs((spot.y - from.y) * (dx ?? 0));
    const cost = along + 3 * across;
    if (along > 2 && cost < bestCost) [best, bestCost] = [spot, cost];
  }
  return best;
}

/** What is joined to what, and how to say it. */
export function linksOf(controls: readonly ControlLike[]) {
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
    reach: (id: string): ReadonlySet<string> => new Set([id, ...pairs(id).flat()]),
    say: (id: string): string => {
      const found = pairs(id);
      const codes = new Set(found.map(([code]) => code));
      const iso = new Set(
        found.map(([, ref]) => ref).filter((ref) => ref.startsWith('iso27001:') && ref !== id),
      );
      const soc2 = new Set(
        found.map(([, ref]) => ref).filter((ref) => ref.startsWith('soc2:') && ref !== id),
      );
      return `${codes.has(id) ? '' : `${codes.size} control${codes.size === 1 ? '' : 's'} answer it; through them it meets `}${iso.size} ISO and ${soc2.size} SOC 2 requirements.`;
    },
  };
}
