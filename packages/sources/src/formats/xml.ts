// XML by events: DOCTYPE refused, depth and text bounded, names by namespace. Nothing is expanded.
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { clean } from '../read/observe.ts';
import { DEPTH_LIMIT, JsonFault } from '../stream/fault.ts';
import { utf8Bytes } from '../stream/utf8.ts';

export interface XmlElement {
  /** Namespace; empty when there is none. Prefixes are nobody's business. */
  readonly uri: string;
  readonly local: string;
  /**
   * Attributes without a namespace and those of WordprocessingML, by name; and `r:id`, by which the parts of a document
   * point at each other.
   */
  readonly attributes: Readonly<Record<string, string>>;
  /** Line on which its opening tag ends, from 1. */
  readonly line: number;
}

export interface XmlHandler {
  open(element: XmlElement, parents: readonly XmlElement[]): void;
  /** `text` is the element's own, without that of its children. */
  close(element: XmlElement, text: string, parents: readonly XmlElement[]): void;
  /** After each chunk: the place to wait for whoever takes what was found. */
  flush(): Promise<void>;
}

/** Characters kept of one element's text; statuses and messages are far shorter. */
const TEXT_LIMIT = 100_000;
/** Characters that may pass without a single tag before it is no markup any more. */
const SILENCE_LIMIT = 32 * 1024 * 1024;

/** Namespace of relations between parts (ECMA-376 part 1, transitional and strict). */
const RELATIONS: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

/** Namespace of WordprocessingML (ECMA-376 part 1, transitional and strict), which names its attributes, too. */
const WORDS: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Feeds a file to a handler. Throws JsonFault. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  const state = { characters: 0, ended: false };
  listen(parser, handler, state);
  let decoder: TextDecoder | undefined;
  for await (const chunk of utf8Bytes(bytes)) {
    decoder ??= decoderFor(chunk);
    const text = decoded(decoder, chunk);
    state.characters += text.length;
    if (state.characters > SILENCE_LIMIT) throw fault(parser, 'xml.text', 'One text is longer than 32 MiB.');
    parser.write(text);
    await handler.flush();
  }
  parser.write(decoded(decoder ?? new TextDecoder(), undefined));
  state.ended = true;
  parser.close();
  await handler.flush();
}

function listen(
  parser: SaxesParser<{ xmlns: true }>,
  handler: XmlHandler,
  state: { characters: number; readonly ended: boolean },
): void {
  const path: XmlElement[] = [];
  const texts: string[] = [];
  parser.on('error', (cause) => {
    if (state.ended) throw fault(parser, 'xml.truncated', 'The file ends before its document does.');
    throw fault(parser, 'xml.syntax', `The file is not well-formed XML: ${reasonOf(cause)}.`);
  });
  parser.on('doctype', () => {
    throw fault(
      parser,
      'xml.doctype',
      'The file has a DOCTYPE, which can make a reader expand entities without end.',
    );
  });
  parser.on('opentag', (tag) => {
    state.characters = 0;
    if (path.length >= DEPTH_LIMIT)
      throw fault(parser, 'xml.depth', `The file nests deeper than ${DEPTH_LIMIT} levels.`);
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes))
      if (attribute.uri === '' || WORDS.has(attribute.uri)) attributes[attribute.local] = attribute.value;
      else if (attribute.local === 'id' && RELATIONS.has(attribute.uri)) attributes['r:id'] = attribute.value;
    const element = { uri: tag.uri, local: tag.local, attributes, line: parser.line };
    handler.open(element, path);
    path.push(element);
    texts.push('');
  });
  const addText = (text: string): void => {
    const held = texts.at(-1);
    if (held !== undefined && held.length < TEXT_LIMIT)
      texts[texts.length - 1] = held + (text.length > TEXT_LIMIT ? text.slice(0, TEXT_LIMIT) : text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = path.pop();
    const text = texts.pop() ?? '';
    if (element) handler.close(element, text, path);
  });
}

/** XML 1.0 section 4.3.3: without another declaration the file is UTF-8; older runners declare Latin-1. */
function decoderFor(first: Uint8Array): TextDecoder {
  const head = Buffer.from(first.subarray(0, 200)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase();
  const latin =
    declared !== undefined && /^(?:iso-8859-1|latin1|windows-1252|cp1252|us-ascii)$/.test(declared);
  return latin ? new TextDecoder('windows-1252') : new TextDecoder('utf-8', { fatal: true });
}

function decoded(decoder: TextDecoder, chunk: Uint8Array | undefined): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new JsonFault('xml.encoding', 'The file is not in the encoding that it declares.', 'whole file');
  }
}

/** What saxes says, without its position, in one line. */
function reasonOf(cause: Error): string {
  return clean(cause.message.replace(/^(?:\S*:)?\d+:\d+: /, ''), 160).replace(/[\s.]+$/, '');
}

function fault(parser: SaxesParser<{ xmlns: true }>, code: string, message: string): JsonFault {
  return new JsonFault(code, message, `line ${parser.line}, column ${parser.column}`);
}
