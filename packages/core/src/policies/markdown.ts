// The Markdown of policies as a tree: what a page, a PDF and a Word file show is read once, by the same rules. A small
// part of CommonMark, in time that grows with the text; whatever it does not know stays text, and nothing is ever HTML.
import { inlineParts, plainOf, type InlinePart } from './inline.ts';

export type TextBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly parts: readonly InlinePart[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly InlinePart[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      /** Number of the first item. */
      readonly start: number;
      readonly items: readonly (readonly TextBlock[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly TextBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'table';
      readonly header: readonly (readonly InlinePart[])[];
      /** As many cells a row as the header has. */
      readonly rows: readonly (readonly (readonly InlinePart[])[])[];
    };

export function markdownBlocks(text: string): readonly TextBlock[] {
  return blocksOf(text.split(/\r?\n/), 0);
}

/** A block's words without its marks, as a search or an outline shows them. */
export function blockWords(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainOf(block.parts);
    case 'code':
      return block.text;
    case 'rule':
      return '';
    case 'quote':
      return block.blocks.map(blockWords).join(' ');
    case 'list':
      return block.items.flatMap((item) => item.map(blockWords)).join(' ');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(plainOf).join(' ')).join(' ');
  }
}

/** Lists and quotes within each other beyond this are text. */
const DEEPEST = 6;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^( {0,3})([-*+]|\d{1,4}[.)])[ \t]+(.*)$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const QUOTE = /^ {0,3}> ?/;
const BORDER = /^[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|[ \t:|-]*$/;

interface Read {
  readonly block: TextBlock;
  /** Line after it. */
  readonly next: number;
}

function blocksOf(lines: readonly string[], depth: number): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const { block, next } = blockAt(lines, at, depth);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

function blockAt(lines: readonly string[], at: number, depth: number): Read {
  const line = lines[at] ?? '';
  const [, marks, words = ''] = HEADING.exec(line) ?? [];
  if (marks !== undefined) {
    const parts = inlineParts(words.replace(/[ \t]+#+[ \t]*$/, '').trim());
    return { block: { kind: 'heading', level: marks.length, parts }, next: at + 1 };
  }
  if (RULE.test(line)) return { block: { kind: 'rule' }, next: at + 1 };
  if (FENCE.test(line)) return codeAt(lines, at);
  if (isTable(lines, at)) return tableAt(lines, at);
  if (depth < DEEPEST && QUOTE.test(line)) return quoteAt(lines, at, depth);
  if (depth < DEEPEST && ITEM.test(line)) return listAt(lines, at, depth);
  return paragraphAt(lines, at);
}

function paragraphAt(lines: readonly string[], at: number): Read {
  let next = at + 1;
  while (next < lines.length && !isBlank(lines[next]) && !begins(lines, next)) next += 1;
  const words = lines.slice(at, next).map((line) => line.trim());
  return { block: { kind: 'paragraph', parts: inlineParts(words.join(' ')) }, next };
}

function codeAt(lines: readonly string[], at: number): Read {
  const fence = FENCE.exec(lines[at] ?? '')?.[1] ?? '```';
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').trim().startsWith(fence)) end += 1;
  return { block: { kind: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

function quoteAt(lines: readonly string[], at: number, depth: number): Read {
  let next = at;
  while (next < lines.length && QUOTE.test(lines[next] ?? '')) next += 1;
  const inner = lines.slice(at, next).map((line) => line.replace(QUOTE, ''));
  return { block: { kind: 'quote', blocks: blocksOf(inner, depth + 1) }, next };
}

/** Items of one kind; lines that are indented, and lines that go on with a paragraph, belong to the item above. */
function listAt(lines: readonly string[], at: number, depth: number): Read {
  const first = ITEM.exec(lines[at] ?? '')?.[2] ?? '-';
  const ordered = /\d/.test(first);
  const items: string[][] = [];
  let next = at;
  while (next < lines.length) {
    const line = lines[next] ?? '';
    const [, , mark, words = ''] = ITEM.exec(line) ?? [];
    if (mark !== undefined && /\d/.test(mark) === ordered && !RULE.test(line)) items.push([words]);
    else if (isBlank(line) ? isIndented(lines[next + 1]) : isIndented(line) || goesOn(lines, next))
      items.at(-1)?.push(line.replace(/^(?:\t| {1,4})/, ''));
    else if (!isBlank(line) || !isItem(lines[next + 1], ordered)) break;
    next += 1;
  }
  const start = ordered ? Number.parseInt(first, 10) : 1;
  return {
    block: { kind: 'list', ordered, start, items: items.map((item) => blocksOf(item, depth + 1)) },
    next,
  };
}

function goesOn(lines: readonly string[], at: number): boolean {
  return !isBlank(lines[at - 1]) && !begins(lines, at);
}

function isItem(line: string | undefined, ordered: boolean): boolean {
  const mark = ITEM.exec(line ?? '')?.[2];
  return mark !== undefined && /\d/.test(mark) === ordered;
}

function isTable(lines: readonly string[], at: number): boolean {
  return (lines[at] ?? '').includes('|') && BORDER.test(lines[at + 1] ?? '');
}

function tableAt(lines: readonly string[], at: number): Read {
  const header = cellsOf(lines[at] ?? '');
  let next = at + 2;
  while (next < lines.length && (lines[next] ?? '').includes('|')) next += 1;
  const rows = lines.slice(at + 2, next).map((line) => {
    const cells = cellsOf(line);
    return header.map((_, i) => cells[i] ?? []);
  });
  return { block: { kind: 'table', header, rows }, next };
}

function cellsOf(line: string): readonly (readonly InlinePart[])[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => inlineParts(cell.trim()));
}

/** Whether a line begins a block, and so ends the paragraph above it. */
function begins(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  return (
    HEADING.test(line) ||
    RULE.test(line) ||
    FENCE.test(line) ||
    QUOTE.test(line) ||
    ITEM.test(line) ||
    isTable(lines, at)
  );
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

function isIndented(line: string | undefined): boolean {
  return line !== undefined && /^(?:\t| {2})/.test(line) && !isBlank(line);
}
