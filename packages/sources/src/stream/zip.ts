// Opens a ZIP archive within limits: entries, ratio, size, no path that leaves it, checksums kept.
import { crc32 } from 'node:zlib';
import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { Bytes } from '../read/reader.ts';
import { JsonFault } from './fault.ts';
import type { SizeLimits } from './open.ts';
import { openFile, type OpenedFile } from './place.ts';
import type { FilePlace } from './sealed.ts';

const ENTRY_LIMIT = 10_000;
/** Below this much output a high ratio harms nobody. */
const RATIO_FREE_BYTES = 8 * 1024 * 1024;

/** Office documents, Java archives, e-books: ZIP inside, but one document to people. */
const DOCUMENT_MARKS = new Set(['[Content_Types].xml', 'mimetype', 'META-INF/MANIFEST.MF']);

export interface ZipEntry {
  readonly name: string;
  readonly compressedBytes: number;
  /** The entry's bytes; a wrong checksum becomes a fault at their end. */
  readonly open: () => Promise<Bytes>;
}

/** Local file header or the end record of an empty archive (APPNOTE 6.3.10, sections 4.3.7 and 4.3.16). */
export function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
  );
}

/** Lets `use` read the files of an archive; undefined entries mean that it is a document. Throws JsonFault. */
export async function withZip<T>(
  place: FilePlace,
  limits: SizeLimits,
  use: (entries: readonly ZipEntry[] | undefined) => Promise<T>,
): Promise<T> {
  return withEntries(place, (zip) => entriesOf(zip, limits, DOCUMENT_MARKS), use);
}

/** Lets `use` read the parts of a document that is an archive inside, such as a workbook. Throws JsonFault. */
export function withParts<T>(
  place: FilePlace,
  limits: SizeLimits,
  use: (parts: readonly ZipEntry[]) => Promise<T>,
): Promise<T> {
  return withEntries(
    place,
    (zip) => entriesOf(zip, limits, new Set()),
    (parts) => use(parts ?? []),
  );
}

async function withEntries<T>(
  place: FilePlace,
  list: (zip: ZipFile) => Promise<readonly ZipEntry[] | undefined>,
  use: (entries: readonly ZipEntry[] | undefined) => Promise<T>,
): Promise<T> {
  const file = await openFile(place);
  try {
    const zip = await faulty(() =>
      fromRandomAccessReaderPromise(new Ranges(file), file.size, { autoClose: false }),
    );
    return await use(await faulty(() => list(zip)));
  } finally {
    await file.close();
  }
}

/** Parts of a file as yauzl asks for them. */
class Ranges extends RandomAccessReader {
  readonly #file: OpenedFile;

  constructor(file: OpenedFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#file.bytes(start, end), { objectMode: false });
  }
}

async function faulty<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    throw faultOf(cause);
  }
}

async function entriesOf(
  zip: ZipFile,
  limits: SizeLimits,
  marks: ReadonlySet<string>,
): Promise<readonly ZipEntry[] | undefined> {
  if (zip.entryCount > ENTRY_LIMIT)
    throw new JsonFault('zip.entries', `The archive has more than ${ENTRY_LIMIT} entries.`, 'whole file');
  const entries: ZipEntry[] = [];
  let made = 0;
  let read = 0;
  for await (const entry of zip.eachEntry()) {
    if (marks.has(entry.fileName)) return undefined;
    made += entry.uncompressedSize;
    read += entry.compressedSize;
    refuseGrowth({ made, read, name: entry.fileName }, limits);
    if (entry.fileName.endsWith('/') || isLitter(entry.fileName)) continue;
    if (!entry.canDecodeFileData())
      throw new JsonFault(
        'zip.method',
        'An entry is encrypted or packed by a method that is not known.',
        `entry ${entry.fileName.slice(0, 200)}`,
      );
    entries.push({
      name: entry.fileName,
      compressedBytes: entry.compressedSize,
      open: () => faulty(async () => checked(await zip.openReadStreamPromise(entry), entry)),
    });
  }
  return entries;
}

/** The sizes are the archive's own words; yauzl holds every entry to them while it is read. */
function refuseGrowth(
  so: { readonly made: number; readonly read: number; readonly name: string },
  limits: SizeLimits,
): void {
  const position = `entry ${so.name.slice(0, 200)}`;
  if (so.made > limits.maxBytes)
    throw new JsonFault(
      'file.too_large',
      `The archive unzips to more than ${Math.round(limits.maxBytes / 1024 / 1024)} MiB.`,
      position,
    );
  if (so.made > RATIO_FREE_BYTES && so.made > so.read * limits.maxRatio)
    throw new JsonFault(
      'zip.ratio',
      `The archive unzips to more than ${limits.maxRatio} times its size.`,
      position,
    );
}

async function* checked(stream: AsyncIterable<unknown>, entry: Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) continue;
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (cause) {
    throw faultOf(cause);
  }
  if (sum !== entry.crc32)
    throw new JsonFault(
      'zip.damaged',
      'An entry does not have the checksum that the archive names.',
      `entry ${entry.fileName.slice(0, 200)}`,
    );
}

/** What macOS and Windows add to every archive. */
function isLitter(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name);
}

function faultOf(cause: unknown): Error {
  if (cause instanceof JsonFault) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/invalid relative path|absolute path|invalid characters in fileName/i.test(message))
    return new JsonFault('zip.path', 'An entry’s path leads out of the archive.', message.slice(0, 200));
  return new JsonFault('zip.damaged', 'The archive is damaged or cut off.', message.slice(0, 200));
}
