// The machine's own parsers on the same bytes: what a reader is measured against.
import { SaxesParser } from 'saxes';
import type { Plain } from './inputs/shape.ts';

/** A table has no parser of its own here: COPY is what reads tables. */
export const PARSER: Readonly<Record<Plain, string>> = { json: 'JSON', lines: 'JSON', xml: 'saxes', csv: '' };

export const PARSE: Readonly<Record<Plain, (bytes: Buffer) => void>> = {
  json: (bytes) => void JSON.parse(bytes.toString('utf8')),
  lines: (bytes) => {
    for (const line of bytes.toString('utf8').split('\n')) if (line !== '') JSON.parse(line);
  },
  xml: (bytes) => {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('opentag', () => {});
    parser.on('text', () => {});
    parser.on('closetag', () => {});
    parser.write(bytes.toString('utf8'));
    parser.close();
  },
  csv: () => {},
};
