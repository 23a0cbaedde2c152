// A Word document (ECMA-376 part 1, 17) as Markdown: what it says, as it stands once changes are accepted. Headings,
// lists, tables, bold and italics are kept; pictures, comments, notes, hidden text and the table of contents are not.
import { readXml } from '../../formats/xml.ts';
import type { Bytes } from '../../read/reader.ts';
import type { StoredRequest } from '../../read/summary.ts';
import { JsonFault } from '../../stream/fault.ts';
import { withParts, type ZipEntry } from '../../stream/zip.ts';
import { Body } from './body.ts';
import { readNumbering, readStyles } from './styles.ts';

export function readDocx(request: StoredRequest): Promise<string> {
  return withParts(request, request.limits, async (parts) => {
    if (parts.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name)))
      throw new JsonFault('docx.macros', 'The document carries macros.', 'word/vbaProject.bin');
    const document = find(parts, 'word/document.xml');
    if (!document)
      throw new JsonFault('docx.part_missing', 'The archive is not a Word document.', 'word/document.xml');
    const body = new Body({
      styles: await optional(parts, 'word/styles.xml', readStyles, new Map()),
      ordered: await optional(parts, 'word/numbering.xml', readNumbering, new Map()),
    });
    await readXml(await document.open(), {
      open: (element, parents) => body.open(element, parents),
      close: (element, text, parents) => body.close(element, text, parents),
      flush: () => Promise.resolve(),
    });
    const text = body.text();
    if (text === '') throw new JsonFault('docx.empty', 'The document holds no text.', 'word/document.xml');
    return text;
  });
}

function find(parts: readonly ZipEntry[], name: string): ZipEntry | undefined {
  return parts.find((each) => each.name.toLowerCase() === name);
}

async function optional<T>(
  parts: readonly ZipEntry[],
  name: string,
  ...[read, none]: readonly [(bytes: Bytes) => Promise<T>, T]
): Promise<T> {
  const part = find(parts, name);
  return part ? read(await part.open()) : none;
}
