// A document as Markdown: for a repository, a diff, or an editor. What a text holds of markup is escaped.
import { documentLine, standingSentence, type DocumentBlock, type PrintedDocument } from './document.ts';

export function documentMarkdown(document: PrintedDocument): string {
  return `${[
    `# ${plain(document.title)}`,
    `*${plain(documentLine(document))}*`,
    plain(standingSentence(document.standing)),
    ...document.blocks.map(blockText),
  ].join('\n\n')}\n`;
}

function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${plain(block.text)}`;
    case 'paragraph':
      return plain(block.text);
    case 'note':
      return `> ${plain(block.text)}`;
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${plain(item)}`).join('\n');
    case 'facts':
      return block.rows.map(([label, value]) => `- **${plain(label)}:** ${plain(value)}`).join('\n');
    case 'table':
      return [
        ...(block.caption === '' ? [] : [`*${plain(block.caption)}*`, '']),
        line(block.header),
        line(block.header.map(() => '---')),
        ...block.rows.map((row) => line(row.map(plain))),
      ].join('\n');
  }
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text that Markdown reads as nothing but text, on one line. */
function plain(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`)
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/^([-+])/, '\\$1');
}
