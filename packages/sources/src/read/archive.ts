// Reads the scans inside a ZIP archive as if they were one file; an archive without scans is an artefact.
import { artefact } from '../formats/artefact.ts';
import { JsonFault } from '../stream/fault.ts';
import { openBytes } from '../stream/open.ts';
import { isZip, withZip, type ZipEntry } from '../stream/zip.ts';
import type { Problem, Reader, Sink } from './reader.ts';
import { readerFor } from './registry.ts';
import type { ReadRequest } from './summary.ts';

type Named = Pick<Reader, 'id' | 'title' | 'version'>;

/** Reads every entry with the reader it is for; `tell` gets the archive's bytes that are done. */
export function readArchive(request: ReadRequest, sink: Sink, tell: (bytes: number) => void): Promise<Named> {
  return withZip(request, request.limits, async (entries) => {
    if (!entries) return artefact;
    const used: Named[] = [];
    const ignored: Problem[] = [];
    let done = 0;
    for (const entry of entries) {
      const reader = await readEntry(entry, request, sink);
      if (reader.id === artefact.id)
        ignored.push({
          code: 'zip.entry_ignored',
          level: 'warning',
          message: 'A file in the archive is not the output of a tool that is known.',
          position: `entry ${entry.name}`,
          remedy: 'Send it by itself if it is evidence.',
        });
      else used.push(reader);
      done += entry.compressedBytes;
      tell(done);
    }
    if (used.length === 0) return artefact;
    for (const problem of ignored) sink.problem(problem);
    return together(used);
  });
}

async function readEntry(entry: ZipEntry, request: ReadRequest, sink: Sink): Promise<Reader> {
  const opened = await openBytes(await entry.open(), request.limits);
  try {
    if (isZip(opened.head.bytes))
      throw new JsonFault('zip.nested', 'There is an archive inside the archive.', 'first bytes');
    const reader = readerFor(opened.head, request.options.columns !== undefined);
    await reader.read(opened.bytes, inEntry(entry.name, sink), request.options);
    return reader;
  } catch (cause) {
    throw cause instanceof JsonFault
      ? new JsonFault(cause.code, cause.message, `entry ${entry.name}, ${cause.position}`)
      : cause;
  } finally {
    await opened.close();
  }
}

function inEntry(name: string, sink: Sink): Sink {
  return {
    source: (facts) => sink.source(facts),
    observation: (observation) => sink.observation(observation),
    population: (row) => sink.population(row),
    problem: (problem) => sink.problem({ ...problem, position: `entry ${name}, ${problem.position}` }),
  };
}

/** One reader when all entries have the same; else the archive, whose version moves when any of theirs does. */
function together(used: readonly Named[]): Named {
  const [first] = used;
  const kinds = new Map(used.map((reader) => [reader.id, reader]));
  if (first && kinds.size === 1) return first;
  return {
    id: 'zip',
    title: `Archive of ${[...kinds.values()].map((reader) => reader.title).join(', ')}`,
    version: [...kinds.values()].reduce((sum, reader) => sum + reader.version, 0),
  };
}
