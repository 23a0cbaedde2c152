// Rewrites what an organisation has stored as whoever owns the tables could: a cell, a row, two rows changed for each
// other, the ledger cut, forked or rolled back with its tree made anew. Every one is undone afterwards.
import {
  appendLeaves,
  canonicalText,
  leafBytes,
  leafHash,
  leafText,
  parseInstant,
  readLeaf,
  type JsonValue,
} from '@assay/core';
import { Client } from 'pg';
import { z } from 'zod';
import { random, sha256 } from '../../../../platform/crypto.ts';
import { ownerConnection } from '../../../../platform/postgres/database.ts';
import type { House } from '../../../../testing/house.ts';
import { TENANT_TABLES } from '../../../access/access.module.ts';
import type { OrgScope } from '../../../access/access.module.ts';
import { Flipper, type Pick } from './flips.ts';
import { LEDGER_BACKED } from './backed.ts';

export const WAYS = ['update', 'delete', 'reorder', 'truncate', 'fork', 'roll back'] as const;
export type Way = (typeof WAYS)[number];

interface Rewriting {
  readonly what: string;
  /** A name that verification must say. */
  readonly named: RegExp;
  undo(): Promise<void>;
}

type Row = Readonly<Record<string, JsonValue>>;
/** Copies are temporary tables of this connection: what is put back is to the bit what was taken. */
type Copy = 'older' | 'before';

const LEDGER = ['trail', 'ledger_entries', 'ledger_tiles', 'ledger_heads'] as const;
const HELD = /^checkpoint that was held/;

const rowsSchema = z.array(z.object({ row: z.record(z.string(), z.json()), name: z.string().nullable() }));
const copySchema = z.array(z.object({ row: z.record(z.string(), z.json()) }));

/** One organisation's store in the hands of the tables' owner. */
export class Rewriter {
  readonly #scope: OrgScope;
  readonly #client: Client;
  readonly #pick: Pick;
  readonly #flipper: Flipper;

  constructor(house: House, scope: OrgScope, pick: Pick) {
    this.#scope = scope;
    this.#pick = pick;
    this.#client = new Client(ownerConnection(house.place));
    this.#flipper = new Flipper(house, scope, pick);
  }

  async open(): Promise<void> {
    await this.#client.connect();
    await this.#client.query("select set_config('assay.org_id', $1, false)", [this.#scope.org]);
    await this.#flipper.open();
  }

  async close(): Promise<void> {
    await this.#flipper.close();
    await this.#client.end();
  }

  /** Keeps what stands now as the copy to roll back to. */
  async keep(): Promise<void> {
    await this.#copy('older', TENANT_TABLES);
  }

  /** Rewrites something in this way; `signed` is how many entries the kept checkpoint speaks of. */
  async rewrite(way: Way, signed: number): Promise<Rewriting> {
    switch (way) {
      case 'update':
        return this.#flipper.turn();
      case 'delete':
        return this.#until(() => this.#delete());
      case 'reorder':
        return this.#until(() => this.#swap());
      case 'truncate':
        return this.#forged(way, this.#pick(signed), (rows, at) => rows.slice(0, at));
      case 'fork':
        return this.#forged(way, this.#pick(signed), (rows, at) =>
          rows.map((row, i) => (i === at ? other(row) : row)),
        );
      case 'roll back':
        return this.#rollBack();
      default:
        return way satisfies never;
    }
  }

  /** Tries again where the database's constraints refuse, or where there is nothing to rewrite. */
  async #until(act: () => Promise<Rewriting | undefined>): Promise<Rewriting> {
    for (;;) {
      const done = await act().catch((cause: unknown) => {
        if (cause instanceof Error && 'severity' in cause) return undefined;
        throw cause;
      });
      if (done) return done;
    }
  }

  async #delete(): Promise<Rewriting | undefined> {
    const [table, name] = this.#table();
    const [chosen] = await this.#some(table, name, 1);
    if (!chosen) return undefined;
    const row = JSON.stringify(chosen.row);
    await this.#like('gone', table);
    await this.#client.query(`insert into gone select * from ${table} t where to_jsonb(t) = $1::jsonb`, [
      row,
    ]);
    const following = table === 'ledger_entries' ? await this.#trailOf(chosen.row) : [];
    const { rowCount } = await this.#client.query(`delete from ${table} t where to_jsonb(t) = $1::jsonb`, [
      row,
    ]);
    if (rowCount !== 1) return undefined;
    return {
      what: `delete from ${table}: ${chosen.name}`,
      named: namedBy(chosen.name),
      undo: async () => {
        await this.#client.query(`insert into ${table} select * from gone`);
        await this.#insert('trail', following);
      },
    };
  }

  /** Two rows of a table change one thing that is not their key. */
  async #swap(): Promise<Rewriting | undefined> {
    const [table, name] = this.#table();
    const [one, two] = await this.#some(table, name, 2);
    if (!one || !two) return undefined;
    const keys = await this.#keyOf(table);
    const columns = Object.keys(one.row).filter(
      (column) =>
        !keys.includes(column) && JSON.stringify(one.row[column]) !== JSON.stringify(two.row[column]),
    );
    const column = columns[this.#pick(Math.max(1, columns.length))];
    if (column === undefined || LEDGER_BACKED[table]?.silent?.includes(column)) return undefined;
    await this.#like('pair', table);
    const both = [one, two].map(({ row }) => JSON.stringify(row));
    for (const row of both)
      await this.#client.query(`insert into pair select * from ${table} t where to_jsonb(t) = $1::jsonb`, [
        row,
      ]);
    await this.#together(async () => {
      for (const [row, from] of [both, both.toReversed()])
        await this.#client.query(
          `update ${table} t set "${column}" = p."${column}" from pair p where to_jsonb(t) = $1::jsonb and to_jsonb(p) = $2::jsonb`,
          [row, from],
        );
    });
    const same = keys.map((key) => `t."${key}" = p."${key}"`).join(' and ');
    return {
      what: `swap ${table}.${column}: ${one.name} and ${two.name}`,
      named: new RegExp(`${namedBy(one.name).source}|${namedBy(two.name).source}`),
      undo: async () => {
        await this.#client.query(
          `update ${table} t set "${column}" = p."${column}" from pair p where ${same}`,
        );
      },
    };
  }

  /** The ledger made anew from other entries, with a tree that fits and nothing signed: as only the kept note tells. */
  async #forged(
    way: Way,
    at: number,
    change: (rows: readonly Row[], at: number) => readonly Row[],
  ): Promise<Rewriting> {
    await this.#copy('before', LEDGER);
    const entries = change(
      (await this.#rows('ledger_entries')).toSorted((a, b) => Number(a['seq']) - Number(b['seq'])),
      at,
    );
    const hashes = entries.map((row) => leafHash(leafBytes(textOf(row['leaf'])), sha256));
    const grown = appendLeaves({ size: 0, read: () => undefined }, hashes, sha256);
    const tiles = grown.changed.map((tile) => ({
      org_id: this.#scope.org,
      level: tile.level,
      index: tile.index,
      hashes: hex(tile.hashes),
    }));
    const heads = (await this.#rows('ledger_heads')).map((head) => ({
      ...head,
      size: grown.size,
      root: hex(grown.root),
      checkpoint: null,
      signed_size: null,
    }));
    const seqs = new Set(entries.map((row) => row['seq']));
    const forged = new Map<string, readonly Row[]>([
      ['trail', (await this.#rows('trail')).filter((row) => seqs.has(row['seq'] ?? null))],
      ['ledger_entries', entries],
      ['ledger_tiles', tiles],
      ['ledger_heads', heads],
    ]);
    await this.#together(async () => {
      for (const table of LEDGER) await this.#client.query(`delete from ${table}`);
      for (const table of LEDGER.toReversed()) await this.#insert(table, forged.get(table) ?? []);
    });
    return { what: `${way} at entry ${at}`, named: HELD, undo: () => this.#put('before', LEDGER) };
  }

  async #rollBack(): Promise<Rewriting> {
    await this.#copy('before', TENANT_TABLES);
    await this.#put('older', TENANT_TABLES);
    return {
      what: 'roll back to an older copy',
      named: HELD,
      undo: () => this.#put('before', TENANT_TABLES),
    };
  }

  #table(): readonly [string, string] {
    const all = Object.entries(LEDGER_BACKED);
    const chosen = all[this.#pick(all.length)];
    if (!chosen) throw new Error('the ledger answers for no table');
    return [chosen[0], chosen[1].name];
  }

  async #some(table: string, name: string, count: number) {
    const where = LEDGER_BACKED[table]?.where ?? 'true';
    const { rows } = await this.#client.query(
      `select to_jsonb(t) as row, ${name} as name from ${table} t where ${where} order by to_jsonb(t)::text`,
    );
    const all = rowsSchema.parse(rows);
    return Array.from(
      { length: Math.min(count, all.length) },
      () => all.splice(this.#pick(all.length), 1)[0],
    );
  }

  async #keyOf(table: string): Promise<readonly string[]> {
    const { rows } = await this.#client.query(
      `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indisprimary and i.indrelid = $1::regclass`,
      [table],
    );
    return z
      .array(z.object({ name: z.string() }))
      .parse(rows)
      .map(({ name }) => name);
  }

  async #copy(copy: Copy, tables: readonly string[]): Promise<void> {
    for (const table of tables) {
      await this.#client.query(`drop table if exists pg_temp.${copy}_${table}`);
      await this.#client.query(`create temp table ${copy}_${table} as table ${table}`);
    }
  }

  /** Puts a copy in the place of what stands; children go first and come last. */
  #put(copy: Copy, tables: readonly string[]): Promise<void> {
    return this.#together(async () => {
      for (const table of tables) await this.#client.query(`delete from ${table}`);
      for (const table of tables.toReversed())
        await this.#client.query(`insert into ${table} table ${copy}_${table}`);
    });
  }

  /** An empty table beside one, for rows that are to come back. */
  async #like(name: string, table: string): Promise<void> {
    await this.#client.query(`drop table if exists pg_temp.${name}`);
    await this.#client.query(`create temp table ${name} (like ${table})`);
  }

  async #rows(table: string): Promise<readonly Row[]> {
    const { rows } = await this.#client.query(`select to_jsonb(t) as row from ${table} t`);
    return copySchema.parse(rows).map(({ row }) => row);
  }

  async #trailOf(entry: Row): Promise<readonly Row[]> {
    return (await this.#rows('trail')).filter((row) => row['seq'] === entry['seq']);
  }

  /** Rows of the ledger’s own tables, which hold no JSON that could come back otherwise. */
  async #insert(table: string, rows: readonly Row[]): Promise<void> {
    await this.#client.query(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }

  async #together(act: () => Promise<void>): Promise<void> {
    await this.#client.query('begin');
    try {
      await act();
      await this.#client.query('commit');
    } catch (cause) {
      await this.#client.query('rollback');
      throw cause;
    }
  }
}

/** The same entry with another payload, committed to as a forger would. */
function other(row: Row): Row {
  const leaf = readLeaf(textOf(row['leaf']));
  const at = parseInstant(leaf?.at ?? '');
  const payload: JsonValue = { forged: true };
  const salt = random(32);
  if (!leaf || !at) throw new Error('no leaf to forge');
  const forged = leafText(
    { kind: leaf.kind, subject: leaf.subject, at, payload },
    { org: leaf.org, seq: leaf.seq, salt },
    sha256,
  );
  const text = canonicalText(payload);
  return { ...row, leaf: forged.ok ? forged.value : '', salt: hex(salt), payload: text.ok ? text.value : '' };
}

function hex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}

function namedBy(name: string | null): RegExp {
  const names = (name ?? '').split('|').map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^(?:${names.join('|')})(?![\\w-])`);
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error('a leaf is a text');
  return value;
}
