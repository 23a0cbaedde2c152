// A document for Word: real headings, real tables with repeated headers, page numbers.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  documentLine,
  standingSentence,
  type DocumentBlock,
  type DocumentTable,
  type PrintedDocument,
} from '@assay/core';

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const WIDE_FROM = 6;
const NUMBERED = 'numbered';

export async function wordOf(document: PrintedDocument): Promise<Uint8Array> {
  const wide = document.blocks.some((block) => block.kind === 'table' && block.header.length >= WIDE_FROM);
  let lists = 0;
  const body = document.blocks.flatMap((block) => {
    if (block.kind === 'list' && block.ordered) lists += 1;
    return blockOf(block, lists);
  });
  const file = new Document({
    title: document.title,
    creator: document.organisation,
    styles: { default: { document: { run: { font: 'Calibri', size: 20 } } } },
    numbering: {
      config: [
        {
          reference: NUMBERED,
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        properties: wide ? { page: { size: { orientation: PageOrientation.LANDSCAPE } } } : {},
        footers: { default: footerOf(document) },
        children: [
          new Paragraph({ text: document.title, heading: HeadingLevel.TITLE }),
          textOf(
            [
              document.organisation,
              ...(document.version === undefined ? [] : [`${document.version}.`]),
              standingSentence(document.standing),
              `Classification: ${document.classification}.`,
            ].join(' '),
          ),
          ...body,
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function footerOf(document: PrintedDocument): Footer {
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${documentLine(document)} · `, size: 15 }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 15 }),
        ],
      }),
    ],
  });
}

function blockOf(block: DocumentBlock, list: number): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: LEVELS[block.level - 1] ?? LEVELS[2] })];
    case 'paragraph':
      return [textOf(block.text)];
    case 'note':
      return [new Paragraph({ children: [new TextRun({ text: block.text, bold: true })] })];
    case 'list':
      return block.items.map((text) =>
        block.ordered
          ? new Paragraph({ text, numbering: { reference: NUMBERED, level: 0, instance: list } })
          : new Paragraph({ text, bullet: { level: 0 } }),
      );
    case 'facts':
      return block.rows.map(
        ([label, value]) =>
          new Paragraph({
            children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun({ text: value })],
          }),
      );
    case 'table':
      return [...(block.caption === '' ? [] : [textOf(block.caption)]), tableOf(block)];
  }
}

function tableOf(block: DocumentTable): Table {
  const widths = block.widths ?? block.header.map(() => 1);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const row = (cells: readonly string[], header: boolean): TableRow =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: cells.map(
        (text, i) =>
          new TableCell({
            width: { size: ((widths[i] ?? 1) / whole) * 100, type: WidthType.PERCENTAGE },
            children: [new Paragraph({ children: [new TextRun({ text, bold: header, size: 17 })] })],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(block.header, true), ...block.rows.map((cells) => row(cells, false))],
  });
}

function textOf(text: string): Paragraph {
  return new Paragraph({ text });
}
