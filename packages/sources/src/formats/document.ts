// A reader of a JSON document that is read whole: the shape that most tools' own formats share.
import { readJsonWhole } from '../stream/whole.ts';
import { fatal } from '../read/problem.ts';
import type { Problem, Reader, Sink } from '../read/reader.ts';

export interface DocumentFormat extends Omit<Reader, 'read'> {
  /** Whether the parsed document really is what its head promised; a problem says why not. */
  readonly accepts: (document: unknown) => boolean | Problem;
  readonly readDocument: (document: unknown, sink: Sink) => Promise<void>;
}

/** Makes a reader of it: parse, check, read. */
export function documentReader(format: DocumentFormat): Reader {
  const { accepts, readDocument, ...reader } = format;
  return {
    ...reader,
    async read(bytes, sink) {
      const document = await readJsonWhole(bytes);
      const accepted = accepts(document);
      if (accepted === true) return readDocument(document, sink);
      return sink.problem(accepted === false ? strange(format) : accepted);
    },
  };
}

function strange(format: DocumentFormat): Problem {
  return fatal(`${format.id}.shape`, `The file is not what ${format.title} writes.`, {
    remedy: 'Export it again, or keep it as a plain artefact.',
  });
}
