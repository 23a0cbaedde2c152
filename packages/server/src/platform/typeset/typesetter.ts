// The typesetting process: one document comes in, one file goes out. Its memory goes with it.
import type { PrintedDocument } from '@assay/core';
import type { Typeset, TypesetOrder } from './message.ts';
import { pdfOf } from './pdf.ts';
import { wordOf } from './word.ts';

process.on('message', (order: TypesetOrder) => {
  void answer(order);
});
// Without its starter nobody wants the file.
process.on('disconnect', () => process.exit(0));

async function answer({ document, format }: TypesetOrder): Promise<void> {
  const said = await set(document, format);
  process.send?.(said, () => process.disconnect());
}

async function set(document: PrintedDocument, format: TypesetOrder['format']): Promise<Typeset> {
  try {
    return { ok: true, bytes: format === 'pdf' ? pdfOf(document) : await wordOf(document) };
  } catch (cause) {
    return { ok: false, why: cause instanceof Error ? cause.message : String(cause) };
  }
}
