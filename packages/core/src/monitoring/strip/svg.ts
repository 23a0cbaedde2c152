// The picture as an SVG file of its own: the same lines, shapes and words as on the screen, for a report or a slide.
import { STANDING_WORDS, DAY_WORDS, LEGEND_ORDER } from './words.ts';
import type { StripLine } from './arrange.ts';
import type { StripColumns } from './columns.ts';
import { drawPin, drawStretches, edgeOf, type StripPath } from './draw.ts';
import { PIN_ORDER, PIN_WORDS, type StripPin } from './pins.ts';
import type { StripRow } from './row.ts';

/** Colours as SVG programs read them: `#rrggbb`. */
export interface StripPalette {
  readonly paper: string;
  readonly rule: string;
  readonly ink: string;
  readonly soft: string;
  readonly pass: string;
  readonly late: string;
  readonly fail: string;
  readonly none: string;
}

export interface StripPicture {
  readonly title: string;
  readonly sentence: string;
  readonly columns: StripColumns;
  readonly lines: readonly StripLine[];
  readonly palette: StripPalette;
}

const [LEFT, RIGHT, MARGIN, HEAD, LINE, CELL] = [300, 176, 24, 96, 22, 16];
const STRIP = 720;

/** A whole SVG document. */
export function stripSvg({ title, sentence, columns, lines, palette }: StripPicture): string {
  const width = MARGIN * 2 + LEFT + STRIP + RIGHT;
  const legendTop = HEAD + lines.length * LINE + 20;
  const height = legendTop + 88;
  const x = MARGIN + LEFT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="IBM Plex Sans, Helvetica, Arial, sans-serif" font-size="12" fill="${palette.ink}" role="img" aria-labelledby="t d">`,
    `<title id="t">${escaped(title)}</title><desc id="d">${escaped(sentence)}</desc>`,
    patterns(palette),
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    text({ x: MARGIN, y: 34 }, title, 'font-size="18" font-weight="600"'),
    text({ x: MARGIN, y: 56 }, sentence, `fill="${palette.soft}"`),
    axis(columns, { x, bottom: HEAD + lines.length * LINE }, palette),
    ...lines.map((line, at) => lineOf(line, columns, { palette, y: HEAD + at * LINE })),
    legend({ x: MARGIN, y: legendTop }, palette),
    '</svg>\n',
  ].join('\n');
}

/** What a shape is filled or stroked with. */
export function paintOf({ state, part }: Pick<StripPath, 'state' | 'part'>, palette: StripPalette): string {
  const colour = COLOUR[state];
  if (part === 'field') return `fill="url(#${state === 'no_data' ? 'hatch' : 'dots'})"`;
  if (part === 'core') return 'fill="url(#cross)"';
  if (part === 'solid') return `fill="${palette[colour]}"`;
  const dashed = state === 'excluded' ? ' stroke-width="2" stroke-dasharray="4 2"' : '';
  return `fill="none" stroke="${palette[colour]}"${dashed}`;
}

function pinPaint({ result }: Pick<StripPin, 'result'>, palette: StripPalette): string {
  const fill = { pass: palette.ink, deviation: palette.fail, not_tested: palette.paper }[result];
  // A full mark has a rim of paper behind it, so that it keeps its size and stands off from the day under it.
  const rim =
    result === 'not_tested' ? `stroke="${palette.ink}"` : `stroke="${palette.paper}" paint-order="stroke"`;
  return `fill="${fill}" stroke-width="1.5" ${rim}`;
}

const COLOUR = {
  operated: 'pass',
  covered: 'pass',
  pending: 'soft',
  late: 'late',
  missed: 'fail',
  not_operating: 'fail',
  no_data: 'none',
  not_scheduled: 'rule',
  excluded: 'none',
} as const satisfies Record<StripPath['state'], keyof StripPalette>;

interface At {
  readonly x: number;
  readonly y: number;
}

function axis(columns: StripColumns, at: { x: number; bottom: number }, palette: StripPalette): string {
  const scale = { day: STRIP / Math.max(1, columns.count), height: CELL };
  const months = columns.months.map(({ column, days, name, year }, index) => {
    const left = at.x + edgeOf(column, scale);
    const whole = index === 0 || name === 'Jan' ? `${name} ${year}` : name;
    const room = edgeOf(column + days, scale) - edgeOf(column, scale);
    const said = [whole, name].find((each) => room > each.length * 7) ?? '';
    return `<path d="M${left} ${HEAD - 20}V${at.bottom}" stroke="${palette.rule}"/>${text({ x: left + 4, y: HEAD - 8 }, said, `fill="${palette.soft}"`)}`;
  });
  if (columns.today === undefined) return months.join('');
  const now = at.x + edgeOf(columns.today + 1, scale);
  return `${months.join('')}<path d="M${now} ${HEAD - 20}V${at.bottom}" stroke="${palette.ink}"/>`;
}

function lineOf(
  line: StripLine,
  columns: StripColumns,
  { palette, y }: { readonly palette: StripPalette; readonly y: number },
): string {
  if (line.kind === 'heading')
    return text({ x: MARGIN, y: y + 15 }, `${line.title} (${line.rows})`, 'font-weight="600"');
  const { row } = line;
  const scale = { day: STRIP / Math.max(1, columns.count), height: CELL };
  const end = MARGIN + LEFT + STRIP;
  return [
    `<path d="M${MARGIN} ${y + LINE - 0.5}H${end + RIGHT}" stroke="${palette.rule}" stroke-width="0.5"/>`,
    text({ x: MARGIN, y: y + 15 }, row.control, 'font-family="IBM Plex Mono, monospace"'),
    text({ x: MARGIN + 52, y: y + 15 }, cut(row.name, 34)),
    `<g transform="translate(${MARGIN + LEFT} ${y + 3})">${drawStretches(row.stretches, scale)
      .map((path) => `<path d="${path.d}" ${paintOf(path, palette)}/>`)
      .join(
        '',
      )}${row.pins.map((pin) => `<path d="${drawPin(pin, scale, 1)}" ${pinPaint(pin, palette)}/>`).join('')}</g>`,
    ends(row, { x: end, y: y + 15 }),
  ].join('');
}

function ends({ coverage, standing, longestGapDays }: StripRow, { x, y }: At): string {
  return [
    text({ x: x + 52, y }, `${coverage.filled} / ${coverage.of}`, 'text-anchor="end"'),
    text({ x: x + 64, y }, STANDING_WORDS[standing].word),
    text({ x: x + RIGHT, y }, longestGapDays > 0 ? `${longestGapDays} d` : '', 'text-anchor="end"'),
  ].join('');
}

function legend({ x, y }: At, palette: StripPalette): string {
  const days = LEGEND_ORDER.map((state) => ({
    word: DAY_WORDS[state].word,
    shape: drawStretches([{ column: 0, days: 3, state }], { day: 6, height: 12 })
      .map((path) => `<path d="${path.d}" ${paintOf(path, palette)}/>`)
      .join(''),
  }));
  const pins = PIN_ORDER.map((result) => ({
    word: PIN_WORDS[result].word,
    shape: `<path d="${drawPin({ column: 0, result }, { day: 18, height: 12 }, 6)}" ${pinPaint({ result }, palette)}/>`,
  }));
  return [...days, ...pins]
    .map(({ word, shape }, at) => {
      const left = x + (at % 5) * 190;
      const top = y + Math.floor(at / 5) * 24;
      return `<g transform="translate(${left} ${top})">${shape}</g>${text({ x: left + 26, y: top + 10 }, word, `fill="${palette.soft}"`)}`;
    })
    .join('');
}

/** The patterns that fields are filled with; the screen draws the same in its own colours. */
function patterns({ none, fail, paper }: StripPalette): string {
  return `<defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${paper}"/><rect width="2" height="5" fill="${none}"/></pattern>
<pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="${paper}"/><rect width="2" height="2" fill="${fail}"/></pattern>
<pattern id="cross" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${fail}" fill-opacity="0.25"/><path d="M1 1l4 4M5 1l-4 4" stroke="${fail}" fill="none"/></pattern>
</defs>`;
}

function text({ x, y }: At, said: string, more = ''): string {
  return said === '' ? '' : `<text x="${x}" y="${y}" ${more}>${escaped(said)}</text>`;
}

function cut(name: string, length: number): string {
  return name.length > length ? `${name.slice(0, length - 1).trimEnd()}…` : name;
}

function escaped(said: string): string {
  return said
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
