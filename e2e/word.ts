// A Word document as people send it: a heading and paragraphs, packed as the program packs it.
import { ZipFile } from 'yazl';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export async function wordFile(title: string, paragraphs: readonly string[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name);
  add('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  add(
    'word/styles.xml',
    `<w:styles ${W}><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>`,
  );
  const heading = `<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>${title}</w:t></w:r></w:p>`;
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  add('word/document.xml', `<w:document ${W}><w:body>${heading}${body}</w:body></w:document>`);
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
