// Gathers the paragraphs and tables of a Word document's body while it is read, and writes them as Markdown.
import type { XmlElement } from '../../formats/xml.ts';
import { JsonFault } from '../../stream/fault.ts';
import { inlineText, type Run } from './runs.ts';
import type { ParagraphStyle } from './styles.ts';

interface Lookups {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly ordered: ReadonlyMap<string, readonly boolean[]>;
}

interface Paragraph {
  style: string;
  list: string | undefined;
  level: number;
  outline: string;
  readonly runs: Run[];
}

interface Cells {
  readonly rows: string[][];
}

interface Block {
  readonly text: string;
  readonly item: boolean;
}

/** Characters of all text; a policy has some thousands. */
const LONGEST = 1_000_000;
/** What stands there twice (older programs' twin of a drawing), and what was deleted. */
const PASSED_OVER: ReadonlySet<string> = new Set(['Fallback', 'del', 'moveFrom']);

export class Body {
  readonly #lookups: Lookups;
  readonly #blocks: Block[] = [];
  /** Paragraphs within each other, as text boxes have them. */
  readonly #open: Paragraph[] = [];
  readonly #tables: Cells[] = [];
  readonly #counts = new Map<string, number>();
  #run = { bold: false, italic: false, hidden: false };
  #passing = 0;
  #size = 0;

  constructor(lookups: Lookups) {
    this.#lookups = lookups;
  }

  open({ local, attributes }: XmlElement, parents: readonly XmlElement[]): void {
    if (PASSED_OVER.has(local)) this.#passing += 1;
    if (this.#passing > 0) return;
    const value = attributes['val'] ?? '';
    const on = !/^(?:0|false|none)$/.test(value);
    const within = parents.at(-1)?.local;
    const paragraph = this.#open.at(-1);
    if (local === 'p') this.#open.push({ style: '', list: undefined, level: 0, outline: '', runs: [] });
    else if (local === 'tbl') this.#tables.push({ rows: [] });
    else if (local === 'tr') this.#tables.at(-1)?.rows.push([]);
    else if (local === 'tc') this.#tables.at(-1)?.rows.at(-1)?.push('');
    else if (local === 'r') this.#run = { bold: false, italic: false, hidden: false };
    else if (within === 'rPr' && parents.at(-2)?.local === 'r') this.#mark(local, on);
    else if (!paragraph) return;
    else if (local === 'pStyle') paragraph.style = value;
    else if (local === 'outlineLvl') paragraph.outline = value;
    else if (local === 'numId') paragraph.list = value;
    else if (local === 'ilvl') paragraph.level = Math.min(Number(value) || 0, 8);
    else if (within === 'r' && (local === 'tab' || local === 'br' || local === 'cr')) this.#add(' ');
    else if (within === 'r' && local === 'noBreakHyphen') this.#add('-');
  }

  close({ local }: XmlElement, text: string, parents: readonly XmlElement[]): void {
    if (PASSED_OVER.has(local)) this.#passing -= 1;
    else if (this.#passing > 0) return;
    else if (local === 't' && parents.at(-1)?.local === 'r') this.#add(text);
    else if (local === 'p') this.#endParagraph();
    else if (local === 'tbl') this.#endTable();
  }

  /** Blocks with an empty line between them, items of one list without. */
  text(): string {
    let text = '';
    let before: Block | undefined;
    for (const block of this.#blocks) {
      if (before) text += before.item && block.item ? '\n' : '\n\n';
      text += block.text;
      before = block;
    }
    return text === '' ? '' : `${text}\n`;
  }

  #mark(local: string, on: boolean): void {
    if (local === 'b') this.#run.bold = on;
    else if (local === 'i') this.#run.italic = on;
    else if (local === 'vanish') this.#run.hidden = on;
  }

  #add(text: string): void {
    if (this.#run.hidden) return;
    this.#size += text.length;
    if (this.#size > LONGEST)
      throw new JsonFault(
        'text.too_long',
        'The text has more than a million characters.',
        'word/document.xml',
      );
    this.#open.at(-1)?.runs.push({ text, bold: this.#run.bold, italic: this.#run.italic });
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    const style = this.#lookups.styles.get(paragraph.style);
    const heading =
      style?.heading ?? (/^[0-5]$/.test(paragraph.outline) ? Number(paragraph.outline) + 1 : undefined);
    const text = inlineText(paragraph.runs, heading === undefined);
    if (text === '' || style?.contents === true) return;
    const row = this.#tables.at(-1)?.rows.at(-1);
    if (row && row.length > 0) {
      const held = row.pop() ?? '';
      row.push(held === '' ? text : `${held} ${text}`);
      return;
    }
    this.#blocks.push(this.#blockOf({ ...paragraph, list: paragraph.list ?? style?.list }, text, heading));
  }

  #blockOf({ list, level }: Paragraph, text: string, heading: number | undefined): Block {
    // A numbered heading is a heading.
    if (heading !== undefined) {
      this.#counts.clear();
      return { text: `${'#'.repeat(heading)} ${text}`, item: false };
    }
    if (list === undefined || list === '0') return { text: atLineStart(text), item: false };
    const ordered = this.#lookups.ordered.get(list)?.[level] ?? false;
    const key = `${list}.${level}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    for (const other of this.#counts.keys())
      if (other.startsWith(`${list}.`) && Number(other.slice(list.length + 1)) > level)
        this.#counts.delete(other);
    return { text: `${'   '.repeat(level)}${ordered ? `${count}.` : '-'} ${text}`, item: true };
  }

  /** A table within a table is words of its cell. */
  #endTable(): void {
    const table = this.#tables.pop();
    const rows = (table?.rows ?? []).filter((row) => row.some((cell) => cell !== ''));
    const [header] = rows;
    if (!header) return;
    const outer = this.#tables.at(-1)?.rows.at(-1);
    if (outer && outer.length > 0) {
      outer.push(`${outer.pop() ?? ''} ${rows.flat().join(' ')}`.trim());
      return;
    }
    const wide = Math.max(...rows.map((row) => row.length));
    const line = (row: readonly string[]): string =>
      `| ${Array.from({ length: wide }, (_, i) => (row[i] ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
    const border = `|${' --- |'.repeat(wide)}`;
    this.#blocks.push({ text: [line(header), border, ...rows.slice(1).map(line)].join('\n'), item: false });
  }
}

/** A paragraph that begins as something else would be read as that. */
function atLineStart(text: string): string {
  return text.replace(/^(#{1,6} |[-+>] ?|\d{1,4}[.)] |~~~|---)/, (mark) =>
    /^\d/.test(mark) ? mark.replace(/[.)]/, (sign) => `\\${sign}`) : `\\${mark}`,
  );
}
