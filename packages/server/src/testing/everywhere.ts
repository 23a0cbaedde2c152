// Whether a word stands anywhere: in any row of any table, or in any file of the data directory, written as it is, as
// hexadecimal digits or in base64.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { ownerConnection } from '../platform/postgres/database.ts';
import type { House } from './house.ts';

export interface Searched {
  /** Tables and files that hold the word. */
  readonly hits: readonly string[];
  readonly tables: number;
  readonly files: number;
}

/** Searches everything that a house keeps. */
export async function searchEverywhere(house: House, word: string): Promise<Searched> {
  const spellings = spellingsOf(word);
  const tables = await searchTables(house, spellings);
  const files = searchFiles(house.data.path, spellings);
  return { hits: [...tables.hits, ...files.hits], tables: tables.count, files: files.count };
}

/** A word inside base64 begins at one of three places of a group; its first and last letters mix with what is beside it. */
function spellingsOf(word: string): readonly string[] {
  const shifted = [0, 1, 2].map((shift) =>
    Buffer.from('x'.repeat(shift) + word)
      .toString('base64')
      .slice(4, -4),
  );
  return [word, Buffer.from(word).toString('hex'), ...shifted];
}

async function searchTables(house: House, spellings: readonly string[]) {
  const client = new Client(ownerConnection(house.place));
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1",
    );
    const hits: string[] = [];
    for (const { name } of rows) {
      const found = await client.query(
        `select 1 from ${name} t where exists (select 1 from unnest($1::text[]) w where position(w in t::text) > 0) limit 1`,
        [spellings],
      );
      if (found.rows.length > 0) hits.push(name);
    }
    return { hits, count: rows.length };
  } finally {
    await client.end();
  }
}

function searchFiles(directory: string, spellings: readonly string[]) {
  const hits: string[] = [];
  let count = 0;
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const full = join(directory, path);
    if (!statSync(full).isFile()) continue;
    count += 1;
    const bytes = readFileSync(full);
    if (spellings.some((each) => bytes.includes(each))) hits.push(path);
  }
  return { hits, count };
}
