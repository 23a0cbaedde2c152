// What names the content of a population: the root of RFC 6962 over its rows in the order of their bytes.
import { appendLeaves, leafHash, toHex, type Sha256 } from '../../evidence/index.ts';
import { sortedRows } from './row.ts';

/**
 * Digest of a population, 64 hexadecimal digits: RFC 6962 section 2.1 over the canonical texts of its rows, sorted
 * by their UTF-8 bytes. It does not depend on the order of the source. Undefined when a text has no UTF-8.
 */
export function populationDigest(texts: readonly string[], sha256: Sha256): string | undefined {
  const rows = sortedRows(texts);
  if (!rows) return undefined;
  const leaves = rows.map((row) => leafHash(row, sha256));
  return toHex(appendLeaves({ size: 0, read: () => undefined }, leaves, sha256).root);
}
