// What the styles and the numbering of a Word document say of its paragraphs: headings, lists, and which are ordered.
import { readXml, type XmlElement } from '../../formats/xml.ts';
import type { Bytes } from '../../read/reader.ts';

export interface ParagraphStyle {
  /** 1 to 6; undefined for what is no heading. */
  readonly heading: number | undefined;
  /** A line of the table of contents. */
  readonly contents: boolean;
  /** Numbering that paragraphs of the style have. */
  readonly list: string | undefined;
}

/** Styles by their id; ids are translated in some languages, names are not. */
export async function readStyles(bytes: Bytes): Promise<ReadonlyMap<string, ParagraphStyle>> {
  const found = new Map<string, ParagraphStyle>();
  let id: string | undefined;
  let [name, list, outline] = ['', '', ''];
  await readXml(bytes, {
    open: ({ local, attributes }) => {
      const value = attributes['val'] ?? '';
      if (local === 'style') {
        id = attributes['styleId'];
        [name, list, outline] = ['', '', ''];
      } else if (local === 'name') name = value.toLowerCase();
      else if (local === 'numId') list = value;
      else if (local === 'outlineLvl') outline = value;
    },
    close: ({ local }) => {
      if (local !== 'style' || id === undefined) return;
      found.set(id, {
        heading: headingOf(name, outline),
        contents: /^toc \d|^table of (?:contents|figures)/.test(name),
        list: list === '' || list === '0' ? undefined : list,
      });
      id = undefined;
    },
    flush: () => Promise.resolve(),
  });
  return found;
}

/** Whether each level of each numbering counts; what is not said counts nothing. */
export async function readNumbering(bytes: Bytes): Promise<ReadonlyMap<string, readonly boolean[]>> {
  const shapes = new Map<string, boolean[]>();
  const used = new Map<string, string>();
  let [shape, level, number] = ['', 0, ''];
  await readXml(bytes, {
    open: ({ local, attributes }: XmlElement) => {
      if (local === 'abstractNum') {
        shape = attributes['abstractNumId'] ?? '';
        shapes.set(shape, []);
      } else if (local === 'lvl') level = Math.min(Number(attributes['ilvl']) || 0, 8);
      else if (local === 'numFmt') {
        const levels = shapes.get(shape);
        if (levels) levels[level] = !/^(?:bullet|none)$/.test(attributes['val'] ?? '');
      } else if (local === 'num') number = attributes['numId'] ?? '';
      else if (local === 'abstractNumId') used.set(number, attributes['val'] ?? '');
    },
    close: () => {},
    flush: () => Promise.resolve(),
  });
  return new Map([...used].map(([id, of]) => [id, shapes.get(of) ?? []]));
}

function headingOf(name: string, outline: string): number | undefined {
  if (name === 'title') return 1;
  const [, level] = /^heading (\d)$/.exec(name) ?? [];
  if (level !== undefined) return Math.min(Number(level) || 1, 6);
  return /^[0-5]$/.test(outline) ? Number(outline) + 1 : undefined;
}
