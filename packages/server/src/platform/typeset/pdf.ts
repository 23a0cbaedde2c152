// A document as PDF: tagged for screen readers (PDF/UA-1), the same bytes for the same document.
import { tmpdir } from 'node:os';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { documentLine, standingSentence, type DocumentBlock, type PrintedDocument } from '@assay/core';
import { fonts } from './fonts.ts';
import { TEMPLATE } from './template.ts';

/** Columns from which a table asks for the long side of the page. */
const WIDE_FROM = 6;

export function pdfOf(document: PrintedDocument): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: tmpdir(),
    fontArgs: [{ fontBlobs: [...fonts()] }],
  });
  return compiler.pdf(
    { mainFileContent: TEMPLATE, inputs: { document: JSON.stringify(forPaper(document)) } },
    { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.parse(document.made) / 1000) },
  );
}

/** What the template reads: every sentence is made here or in core, none there. */
function forPaper(document: PrintedDocument) {
  return {
    title: document.title,
    organisation: document.organisation,
    line: documentLine(document),
    about: [
      ...(document.version === undefined ? [] : [`${document.version}.`]),
      standingSentence(document.standing),
      `Classification: ${document.classification}.`,
      `Made ${document.made.slice(0, 16).replace('T', ' ')} UTC.`,
    ],
    draft: document.standing.state === 'draft',
    wide: document.blocks.some((block) => block.kind === 'table' && block.header.length >= WIDE_FROM),
    blocks: document.blocks.map(blockForPaper),
  };
}

function blockForPaper(block: DocumentBlock) {
  if (block.kind !== 'table') return block;
  return { ...block, widths: block.widths ?? block.header.map(() => 1) };
}
