// How cells are shown: which numbers are days, how many places they show, and what their background is.
import { readXml } from '../../formats/xml.ts';
import type { Bytes } from '../../read/reader.ts';
import { showsDay } from './serial.ts';

/** What a number format puts around a number, where it is a simple one. */
export interface NumberShown {
  readonly before: string;
  readonly places: number;
  readonly percent: boolean;
  readonly after: string;
}

export interface CellStyle {
  readonly day: boolean;
  readonly number?: NumberShown;
  /** A name that is the same for the same colour: `C6EFCE`, or `theme 9 0.4` where the palette is elsewhere. */
  readonly fill?: string;
}

/** Built-in formats of fixed places (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
]);

/** For each cell format, how it shows. */
export async function readStyles(bytes: Bytes): Promise<readonly CellStyle[]> {
  const codes = new Map<number, string>();
  const fills: (string | undefined)[] = [];
  const styles: CellStyle[] = [];
  await readXml(bytes, {
    open: ({ local, attributes }, parents) => {
      const parent = parents.at(-1)?.local;
      if (local === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (local === 'fill' && parent === 'fills') fills.push(undefined);
      // The background of a solid pattern is its foreground colour. Fills of conditional formats stand elsewhere.
      if (local === 'fgColor' && parent === 'patternFill' && parents.some((each) => each.local === 'fills'))
        fills[fills.length - 1] = colourOf(attributes);
      if (local === 'xf' && parent === 'cellXfs') {
        const format = Number(attributes['numFmtId'] ?? 0);
        const code = codes.get(format);
        const number = shownBy(code ?? BUILT_IN.get(format) ?? '');
        const fill = fills[Number(attributes['fillId'] ?? 0)];
        styles.push({
          day: showsDay(format, code),
          ...(number && { number }),
          ...(fill !== undefined && { fill }),
        });
      }
    },
    close: () => {},
    flush: () => Promise.resolve(),
  });
  return styles;
}

/** The number as the sheet shows it; one with a general format has as many places as it needs. */
export function shownNumber(value: number, shown: NumberShown | undefined): string {
  if (shown === undefined) return String(value);
  const { before, places, percent, after } = shown;
  return `${before}${(percent ? value * 100 : value).toFixed(places)}${percent ? '%' : ''}${after}`;
}

function shownBy(code: string): NumberShown | undefined {
  const [first = ''] = code.split(';');
  const found = /^((?:"[^"]*"|\\.)*)(?:#,##)?0(?:\.(0{1,9}))?(%?)((?:"[^"]*"|\\.)*)$/.exec(first);
  if (found === null) return undefined;
  const [, before = '', places = '', percent, after = ''] = found;
  return { before: literal(before), places: places.length, percent: percent === '%', after: literal(after) };
}

function literal(quoted: string): string {
  return quoted.replace(
    /"([^"]*)"|\\(.)/g,
    (_, text: string | undefined, one: string | undefined) => text ?? one ?? '',
  );
}

function colourOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const { rgb, theme, tint, indexed } = attributes;
  if (rgb !== undefined) return rgb.slice(-6).toUpperCase();
  if (theme !== undefined) return `theme ${theme} ${Number(tint ?? 0).toFixed(2)}`;
  // 64 and 65 are the system's own ink and paper.
  return indexed === undefined || Number(indexed) >= 64 ? undefined : `indexed ${indexed}`;
}
