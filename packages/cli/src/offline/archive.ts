// Reads an export: hashes every file as it comes by and keeps the text of those that the verifier looks into.
import { createHash } from 'node:crypto';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { ExportContents } from '@assay/core';
import { CommandEnd, EXIT } from '../exit.ts';

const MANIFEST = 'manifest.json';
const NOTE = 'manifest.note';
const TEXTS: readonly string[] = [
  MANIFEST,
  NOTE,
  'ledger/key.txt',
  'ledger/checkpoint.txt',
  'ledger/entries.ndjson',
  'evidence.json',
];
/** Said of a file that stands in the archive more than once, or is damaged: it has no hash that could be listed. */
const TWICE = 'twice';
const UNREADABLE = 'unreadable';

/** Everything that the verifier needs of an archive. */
export async function readArchive(path: string): Promise<ExportContents> {
  const hashes = new Map<string, string>();
  const texts = new Map<string, string>();
  try {
    const zip = await openPromise(path, { strictFileNames: true });
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      const { hash, text } = await readEntry(zip, entry);
      hashes.set(entry.fileName, hashes.has(entry.fileName) ? TWICE : hash);
      if (text !== undefined) texts.set(entry.fileName, text);
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CommandEnd(EXIT.error, `${path} cannot be read as an archive: ${why}.`);
  }
  const manifestHash = hashes.get(MANIFEST) ?? '';
  hashes.delete(MANIFEST);
  hashes.delete(NOTE);
  const text = (name: string): string => texts.get(name) ?? '';
  return {
    manifest: text(MANIFEST),
    manifestHash,
    manifestNote: text(NOTE),
    key: text('ledger/key.txt'),
    checkpoint: text('ledger/checkpoint.txt'),
    evidence: text('evidence.json'),
    entries: linesOf(text('ledger/entries.ndjson')),
    hashes,
  };
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
): Promise<{ readonly hash: string; readonly text: string | undefined }> {
  const digest = createHash('sha256');
  const kept: Uint8Array[] = [];
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!(chunk instanceof Uint8Array)) continue;
      digest.update(chunk);
      if (TEXTS.includes(entry.fileName)) kept.push(chunk);
    }
  } catch {
    return { hash: UNREADABLE, text: undefined };
  }
  const text = TEXTS.includes(entry.fileName) ? Buffer.concat(kept).toString('utf8') : undefined;
  return { hash: digest.digest('hex'), text };
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    from = end < 0 ? text.length : end + 1;
  }
}
