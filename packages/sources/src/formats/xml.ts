// XML by events: DOCTYPE refused, depth bounded, names by their namespace. Nothing is expanded.
import { SaxesParser } from 'saxes';
import { decode } from '../stream/whole.ts';
import { DEPTH_LIMIT, JsonFault } from '../stream/items.ts';

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, path: readonly string[]): void;
  close(name: string, text: string, path: readonly string[]): void;
}

const TEXT_LIMIT = 100_000;

/** Feeds a file to a handler; local names only, prefixes are nobody's business. Throws JsonFault. */
export async function readXml(
  bytes: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  afterChunk: () => Promise<void>,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  const texts: string[] = [];
  const fail = (code: string, message: string): never => {
    throw new JsonFault(code, message, `line ${parser.line}, column ${parser.column}`);
  };
  parser.on('error', (cause) =>
    fail('xml.syntax', `The file is not well-formed XML: ${cause.message.replace(/^\d+:\d+: /, '')}`),
  );
  parser.on('doctype', () =>
    fail('xml.doctype', 'The file has a DOCTYPE, which can make a reader expand entities without end.'),
  );
  parser.on('opentag', (tag) => {
    if (path.length >= DEPTH_LIMIT) fail('xml.depth', `The file nests deeper than ${DEPTH_LIMIT} levels.`);
    handler.open(
      tag.local,
      Object.fromEntries(
        Object.values(tag.attributes).map((attribute) => [attribute.local, attribute.value]),
      ),
      path,
    );
    path.push(tag.local);
    texts.push('');
  });
  const addText = (text: string): void => {
    const held = texts.at(-1);
    if (held !== undefined && held.length < TEXT_LIMIT)
      texts[texts.length - 1] = held + text.slice(0, TEXT_LIMIT);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    path.pop();
    handler.close(tag.local, texts.pop() ?? '', path);
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let utf16: Uint8Array[] | undefined;
  for await (const chunk of bytes) {
    if (utf16 || (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)) {
      utf16 = [...(utf16 ?? []), chunk];
      continue;
    }
    parser.write(textOf(() => decoder.decode(chunk, { stream: true })));
    await afterChunk();
  }
  if (utf16) parser.write(decode(Buffer.concat(utf16), false));
  parser.close();
  await afterChunk();
}

function textOf(decodeIt: () => string): string {
  try {
    return decodeIt();
  } catch {
    throw new JsonFault('xml.encoding', 'The file is not UTF-8.', 'whole file');
  }
}
