// Runs of a paragraph as Markdown: neighbours of one look are one, marks stand against words and not against blanks.

export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** One line; `marked` says whether bold and italics are shown, which headings have anyhow. */
export function inlineText(runs: readonly Run[], marked: boolean): string {
  const joined: Run[] = [];
  for (const run of runs) {
    const [bold, italic] = marked && run.text.trim() !== '' ? [run.bold, run.italic] : [false, false];
    const last = joined.at(-1);
    if (last && last.bold === bold && last.italic === italic)
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push({ text: run.text, bold, italic });
  }
  // A paragraph that is bold as a whole says no more in bold.
  const plain =
    joined.length === 1 ? joined.map(({ text }) => ({ text, bold: false, italic: false })) : joined;
  return plain.map(written).join('').replaceAll(/\s+/g, ' ').trim();
}

function written({ text, bold, italic }: Run): string {
  const mark = bold ? '**' : italic ? '*' : '';
  const words = text
    .replaceAll(/[\\*`]/g, String.raw`\$&`)
    .replaceAll(/(?<!\w)_(?=\S)|\[(?=[^[\]]*\]\()/g, String.raw`\$&`);
  if (mark === '') return words;
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  return `${before}${mark}${inner}${mark}${after}`;
}
