// Turns one random bit of what an organisation has stored, and turns it back: in artefacts on the disk, in rows as
// the owner of the tables, in tiles, heads and in the key's memory. Used by a test and by the long campaign.
import { readFileSync, writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { z } from 'zod';
import { ownerConnection } from '../../../../platform/postgres/database.ts';
import type { House } from '../../../../testing/house.ts';
import type { OrgScope } from '../../../access/access.module.ts';
import { TARGETS, type Target } from './targets.ts';

/** A bit that was turned. */
export interface Flip {
  /** What was touched, for a person: table, column and row. */
  readonly what: string;
  /** A name that verification must say. */
  readonly named: RegExp;
  undo(): Promise<void>;
}

/** The part of a text in which it differs from another. */
function around(text: string, other: string | undefined): string {
  let at = 0;
  while (at < text.length && text[at] === other?.[at]) at += 1;
  return JSON.stringify(text.slice(Math.max(0, at - 30), at + 30));
}

/** Random whole number below a limit. */
export type Pick = (below: number) => number;

const cell = z.object({
  ctid: z.string(),
  type: z.string(),
  value: z.string().nullable(),
  name: z.string().nullable(),
});

/** Turns bits in one organisation of a house, one at a time. */
export class Flipper {
  readonly #house: House;
  readonly #scope: OrgScope;
  readonly #client: Client;
  readonly #pick: Pick;
  /** Flips that the database's own constraints refused. */
  refused = 0;

  constructor(house: House, scope: OrgScope, pick: Pick) {
    this.#house = house;
    this.#scope = scope;
    this.#pick = pick;
    this.#client = new Client(ownerConnection(house.place));
  }

  async open(): Promise<void> {
    await this.#client.connect();
    await this.#client.query("select set_config('assay.org_id', $1, false)", [this.#scope.org]);
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  /** Turns a bit somewhere; tries again where the database refuses or there is nothing. */
  async turn(): Promise<Flip> {
    for (;;) {
      const place = this.#pick(Object.keys(TARGETS).length + 2);
      const [table, target] = Object.entries(TARGETS)[place] ?? [];
      const flip =
        table !== undefined && target ? await this.#row(table, target) : await this.#file(place % 2 === 0);
      if (flip) return flip;
    }
  }

  async #row(table: string, target: Target): Promise<Flip | undefined> {
    const column = target.columns[this.#pick(target.columns.length)] ?? '';
    const rows = await this.#client.query(
      `select t.tableoid || ' ' || t.ctid as ctid, pg_typeof(t.${column})::text as type, ${asText(column)} as value, ${target.name} as name
       from ${table} t where ${target.where ?? 'true'} order by t.tableoid, t.ctid`,
    );
    if (rows.rows.length === 0) return undefined;
    const { ctid, type, value, name } = cell.parse(rows.rows[this.#pick(rows.rows.length)]);
    if (value === null || value === '') return undefined;
    const changed = flipped(value, type, this.#pick);
    const write = (text: string, at: string): Promise<string | undefined> =>
      this.#write({ table, column, type, text, at });
    const now = changed === undefined ? undefined : await write(changed, ctid);
    if (now === undefined) return undefined;
    return {
      what: `${table}.${column} of ${name ?? ''}: ${around(value, changed)} became ${around(changed ?? '', value)}`,
      named: new RegExp(`^(${(name ?? '').split('|').map(quoted).join('|')})\\b`),
      undo: async () => {
        if ((await write(value, now)) === undefined)
          throw new Error(`${table}.${column} was not turned back`);
      },
    };
  }

  /** Writes a cell and gives the row's new place; undefined when it is refused or nothing became different. */
  async #write(at: {
    readonly table: string;
    readonly column: string;
    readonly type: string;
    readonly text: string;
    readonly at: string;
  }): Promise<string | undefined> {
    const value = at.type === 'bytea' ? "decode($1, 'hex')" : `$1::${at.type}`;
    try {
      const done = await this.#client.query(
        `update ${at.table} set ${at.column} = ${value} where tableoid || ' ' || ctid = $2 and ${at.column} is distinct from ${value} returning tableoid || ' ' || ctid as ctid`,
        [at.text, at.at],
      );
      const row = z.object({ ctid: z.string() }).safeParse(done.rows[0]);
      return row.success ? row.data.ctid : undefined;
    } catch {
      this.refused += 1;
      return undefined;
    }
  }

  async #file(memory: boolean): Promise<Flip | undefined> {
    const sha = memory ? '' : await this.#artefact();
    if (sha === undefined) return undefined;
    const path = memory
      ? this.#house.keysFile(this.#scope)
      : this.#house.deps.blobs.placeOf(this.#scope.org, sha).path;
    const before = readFileSync(path);
    const after = Buffer.from(before);
    const at = this.#pick(after.length);
    after.writeUInt8((before[at] ?? 0) ^ (1 << this.#pick(8)), at);
    writeFileSync(path, after);
    return {
      what: `byte ${at} of ${memory ? 'the key’s memory' : `artefact ${sha}`}`,
      named: memory ? /^checkpoint that was signed last/ : new RegExp(`^artefact ${sha}`),
      undo: () => {
        writeFileSync(path, before);
        return Promise.resolve();
      },
    };
  }

  async #artefact(): Promise<string | undefined> {
    const rows = await this.#client.query('select sha256 from artefacts where size > 0 order by sha256');
    const shas = z.array(z.object({ sha256: z.string() })).parse(rows.rows);
    return shas[this.#pick(shas.length)]?.sha256;
  }
}

function asText(column: string): string {
  // Bytes read as text are hexadecimal after a prefix.
  return `case pg_typeof(t.${column})::text when 'bytea' then substr(t.${column}::text, 3) else t.${column}::text end`;
}

/** The text of a value with one bit turned, by its type; undefined where that gives no text. */
function flipped(value: string, type: string, pick: Pick): string | undefined {
  switch (type) {
    case 'boolean':
      return value === 'true' ? 'false' : 'true';
    case 'integer':
    case 'bigint':
      return String(Number(value) ^ (1 << pick(30)));
    case 'bytea': {
      const bytes = Buffer.from(value, 'hex');
      turnBit(bytes, pick);
      return bytes.toString('hex');
    }
    case 'date':
      return new Date(
        Date.parse(`${value}T00:00:00Z`) + (pick(2) === 0 ? 1 : -1) * 2 ** pick(12) * 86_400_000,
      )
        .toISOString()
        .slice(0, 10);
    case 'timestamp with time zone':
      return new Date(millisOf(value) + (pick(2) === 0 ? 1 : -1) * 2 ** pick(36)).toISOString();
    default: {
      const bytes = Buffer.from(value, 'utf8');
      turnBit(bytes, pick);
      const text = bytes.toString('utf8');
      return Buffer.from(text, 'utf8').equals(bytes) && !text.includes('\u0000') ? text : undefined;
    }
  }
}

function millisOf(stored: string): number {
  return Date.parse(stored.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
}

function turnBit(bytes: Buffer, pick: Pick): void {
  const at = pick(bytes.length);
  bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << pick(8)), at);
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
