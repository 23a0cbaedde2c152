// What of a file can be shown without running anything in it: text as text, tables as tables, pictures as pictures.

export type Shown =
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly cut: boolean }
  | { readonly kind: 'text'; readonly text: string; readonly cut: boolean }
  | { readonly kind: 'image'; readonly type: string }
  | { readonly kind: 'none'; readonly why: string };

export interface FileFacts {
  readonly filename: string;
  readonly size: number;
}

/** How much of a text is fetched, and the largest picture, in bytes. */
export const TEXT_BYTES = 200_000;
const IMAGE_BYTES = 6_000_000;
const ROWS = 60;
const LINES = 400;

const PICTURES: readonly (readonly [string, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
];

/** Judges by the bytes themselves, never by what a stranger calls them. */
export function shownOf(head: Uint8Array, file: FileFacts): Shown {
  const picture = PICTURES.find(([, magic]) => magic.every((byte, i) => head[i] === byte))?.[0];
  if (picture !== undefined)
    return file.size <= IMAGE_BYTES
      ? { kind: 'image', type: picture }
      : { kind: 'none', why: 'The picture is too large to show here.' };
  if (head.length === 0) return { kind: 'none', why: 'The file is empty.' };
  if (head.includes(0)) return { kind: 'none', why: 'This is not a text; download it to look at it.' };
  const cut = head.length < file.size;
  const text = new TextDecoder('utf-8').decode(head, { stream: cut }).replace(/^\uFEFF/, '');
  if (/\.(csv|tsv)$/i.test(file.filename)) {
    const rows = csvRows(text);
    return { kind: 'table', rows: rows.slice(0, ROWS), cut: cut || rows.length > ROWS };
  }
  const readable = cut ? text : (prettyJson(text) ?? text);
  const lines = readable.split('\n');
  return { kind: 'text', text: lines.slice(0, LINES).join('\n'), cut: cut || lines.length > LINES };
}

/** Rows of a CSV text, its separator found from the first line. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const separator = [';', '\t'].find((each) => first.split(each).length > first.split(',').length) ?? ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length && rows.length <= ROWS; i += 1) {
    const each = text.charAt(i);
    if (quoted) {
      if (each !== '"') cell += each;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (each === '"' && cell === '') quoted = true;
    else if (each === separator) {
      row.push(cell);
      cell = '';
    } else if (each === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (each !== '\r') cell += each;
  }
  return cell === '' && row.length === 0 ? rows : [...rows, [...row, cell]];
}

function prettyJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}
