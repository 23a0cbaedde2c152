// A document that somebody wrote, as text: of Word and Markdown the text is read, a PDF is looked at and kept as it is.
import { err, ok, type Result } from '@assay/core/kernel';
import { problemOf } from '../read/readFile.ts';
import type { Problem } from '../read/reader.ts';
import type { StoredRequest } from '../read/summary.ts';
import { JsonFault } from '../stream/fault.ts';
import { fileBytes, openBytes, type Opened } from '../stream/open.ts';
import { utf8Bytes } from '../stream/utf8.ts';
import { isZip } from '../stream/zip.ts';
import { readDocx } from './docx/docx.ts';

export interface TextFile {
  readonly kind: 'docx' | 'pdf' | 'markdown';
  /** Markdown; empty for a PDF. */
  readonly text: string;
}

/** Characters of a written document; a book has fewer. */
const LONGEST = 1_000_000;

/** The text of a file, or the one problem with it. */
export async function readText(request: StoredRequest): Promise<Result<TextFile, Problem>> {
  try {
    const opened = await openBytes(fileBytes(request), request.limits);
    try {
      return ok(await textOf(request, opened));
    } finally {
      await opened.close();
    }
  } catch (cause) {
    return err(problemOf(cause));
  }
}

async function textOf(request: StoredRequest, opened: Opened): Promise<TextFile> {
  const { bytes, text } = opened.head;
  if (isZip(bytes)) return { kind: 'docx', text: await readDocx(request) };
  if (OLD_OFFICE.every((byte, i) => bytes[i] === byte))
    throw new JsonFault('doc.old', 'The document has the old format of Word, or a password.', 'whole file');
  if (text.startsWith('%PDF-')) {
    await lookAtPdf(opened);
    return { kind: 'pdf', text: '' };
  }
  if (/^\s*(?:<(?:!doctype|html|\?xml)|\{\\rtf)/i.test(text))
    throw new JsonFault(
      'text.markup',
      'The file is a web page, XML or RTF, whatever its name says.',
      'whole file',
    );
  return { kind: 'markdown', text: await plainText(opened) };
}

/** Compound files, in which Word kept documents until 2007 and keeps those with a password ([MS-CFB] 2.2). */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0] as const;

async function plainText({ bytes }: Opened): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for await (const chunk of utf8Bytes(bytes)) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > LONGEST)
        throw new JsonFault('text.too_long', 'The text has more than a million characters.', 'whole file');
    }
    text += decoder.decode();
  } catch (cause) {
    if (cause instanceof JsonFault) throw cause;
    throw new JsonFault('text.encoding', 'The file is no text in UTF-8.', 'whole file');
  }
  if (/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text))
    throw new JsonFault('text.binary', 'The file is no text: it holds control characters.', 'whole file');
  if (text.trim() === '') throw new JsonFault('text.empty', 'The file holds no text.', 'whole file');
  return text.replaceAll('\r\n', '\n');
}

/** Whether people can open it; what it says is theirs to read (ISO 32000-1 7.5.5, 7.6.1). */
async function lookAtPdf({ bytes }: Opened): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  if (!whole.subarray(-2048).includes('%%EOF'))
    throw new JsonFault('pdf.cut_off', 'The PDF is cut off: its end is missing.', 'end of file');
  if (whole.includes('/Encrypt'))
    throw new JsonFault('pdf.protected', 'The PDF has a password or restrictions.', 'whole file');
  if (/\/(?:JavaScript|Launch|EmbeddedFiles?)\b/.test(whole.toString('latin1')))
    throw new JsonFault('pdf.active', 'The PDF runs programs or carries other files.', 'whole file');
}
