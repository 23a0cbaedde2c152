// Where everything of the two-views picture stands: side by side on a screen, one above the other on a phone. Pure.
import type { ControlLike, Drawing, FrameworkLike, Label, Spot } from './spots.ts';

const CELL = 17;
const STEP = CELL + 4;
const PER_ROW = 15;
const HEAD = 34;
const GROUP_NAMES: Readonly<Record<string, string>> = {
  clauses: 'Clauses 4–10',
  organizational: 'Organizational',
  people: 'People',
  physical: 'Physical',
  technological: 'Technological',
};

interface Block {
  readonly spots: readonly Spot[];
  readonly labels: readonly Label[];
  /** Where it ends, from the top of the picture. */
  readonly end: number;
}

/** ISO at the left, SOC 2 at the right, the shared controls between. */
export function sideBySide(frameworks: readonly FrameworkLike[], controls: readonly ControlLike[]): Drawing {
  const width = 1000;
  const left = isoBlock(viewOf(frameworks, 'iso'), 0, 0);
  const right = soc2Block(viewOf(frameworks, 'soc2'), width - 240, 0);
  const height = Math.max(left.end, right.end, 320);
  const shared = sharedOf(controls);
  const columns = 4;
  const rows = Math.ceil(shared.length / columns);
  const step = (height - HEAD - 8) / Math.max(1, rows);
  const x = 440;
  const strokes = shared.map((control, i) =>
    stroke(control, {
      x: x + Math.floor(i / rows) * 48,
      y: HEAD + (i % rows) * step,
      width: 36,
      height: Math.min(10, step - 1),
    }),
  );
  return drawing({ width, height }, [left, right, controlBlock({ x, y: 0 }, strokes)]);
}

/** The same, one above the other, for narrow screens. */
export function stacked(frameworks: readonly FrameworkLike[], controls: readonly ControlLike[]): Drawing {
  const width = 340;
  const top = isoBlock(viewOf(frameworks, 'iso'), 0, 0);
  const shared = sharedOf(controls);
  const perRow = 20;
  const strokes = shared.map((control, i) =>
    stroke(control, {
      x: (i % perRow) * 17,
      y: top.end + HEAD + Math.floor(i / perRow) * 14,
      width: 13,
      height: 10,
    }),
  );
  const middle = controlBlock({ x: 0, y: top.end }, strokes);
  const below = top.end + HEAD + Math.ceil(shared.length / perRow) * 14 + 24;
  const bottom = soc2Block(viewOf(frameworks, 'soc2'), 0, below);
  return drawing({ width, height: bottom.end }, [top, middle, bottom]);
}

function drawing(
  size: { readonly width: number; readonly height: number },
  blocks: readonly Block[],
): Drawing {
  const spots = blocks.flatMap((block) => block.spots);
  return {
    ...size,
    spots,
    labels: blocks.flatMap((block) => block.labels),
    byId: new Map(spots.map((spot) => [spot.id, spot])),
  };
}

function viewOf(frameworks: readonly FrameworkLike[], view: string): FrameworkLike | undefined {
  return frameworks.find((each) => each.view === view);
}

/** Controls that answer both frameworks with more than support. */
function sharedOf(controls: readonly ControlLike[]): readonly ControlLike[] {
  const meets = (control: ControlLike, start: string): boolean =>
    control.mappings.some(({ to, strength }) => strength !== 'supporting' && to.startsWith(start));
  return controls.filter((control) => meets(control, 'iso27001:2022/') && meets(control, 'soc2:'));
}

function stroke(control: ControlLike, at: Pick<Spot, 'x' | 'y' | 'width' | 'height'>): Spot {
  return {
    id: control.code,
    name: `${control.code} ${control.name}`,
    kind: 'control',
    state: control.state.implementation ?? control.state.state,
    ...at,
  };
}

function controlBlock(at: { readonly x: number; readonly y: number }, spots: readonly Spot[]): Block {
  return {
    spots,
    labels: [{ text: `${spots.length} shared controls`, x: at.x, y: at.y + 14, className: 'title' }],
    end: at.y,
  };
}

function isoBlock(framework: FrameworkLike | undefined, x: number, top: number): Block {
  const spots: Spot[] = [];
  const labels: Label[] = [{ text: framework?.title ?? 'ISO', x, y: top + 14, className: 'title-iso' }];
  let y = top + HEAD + 8;
  for (const [group, members] of groupsOf(framework)) {
    labels.push({
      text: `${GROUP_NAMES[group] ?? group}, ${members.length}`,
      x,
      y,
      className: 'label',
    });
    spots.push(...cells(members, { kind: 'iso', x, y: y + 8, perRow: PER_ROW }));
    y += 8 + Math.ceil(members.length / PER_ROW) * STEP + 20;
  }
  return { spots, labels, end: y };
}

function soc2Block(framework: FrameworkLike | undefined, x: number, top: number): Block {
  const spots: Spot[] = [];
  const labels: Label[] = [{ text: 'SOC 2', x, y: top + 14, className: 'title-soc2' }];
  const groups = groupsOf(framework);
  let y = top + HEAD;
  for (const [group, members] of groups) {
    labels.push({ text: group, x, y: y + CELL - 4, className: 'label-id' });
    spots.push(...cells(members, { kind: 'soc2', x: x + 48, y, perRow: 9 }));
    y += Math.ceil(members.length / 9) * STEP + 9;
  }
  return { spots, labels, end: y };
}

function groupsOf(framework: FrameworkLike | undefined) {
  return [...Map.groupBy(framework?.requirements ?? [], (each) => each.group)];
}

function cells(
  members: FrameworkLike['requirements'],
  at: { readonly kind: 'iso' | 'soc2'; readonly x: number; readonly y: number; readonly perRow: number },
): readonly Spot[] {
  return members.map((each, i) => ({
    id: each.ref,
    name: `${each.id} ${each.title}`,
    kind: at.kind,
    state: each.state,
    x: at.x + (i % at.perRow) * STEP,
    y: at.y + Math.floor(i / at.perRow) * STEP,
    width: CELL,
    height: CELL,
  }));
}
