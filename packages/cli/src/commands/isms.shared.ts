// What the commands about the management system's records share: ids as people type them, a record as lines.
import type { Output, Routes } from '@assay/contract';
import { takeWithTag } from '../connection.ts';
import { printOne, say } from '../output.ts';
import type { Open } from './shared.ts';

export type RecordAnswer = Output<Routes['isms.read']>;

/** A record as it stands, with its place and the tag for a write that must not overwrite somebody else's. */
export async function read(where: Open, id: string) {
  const params = { org: where.org, record: idOf(id) };
  const { etag, data } = takeWithTag(await where.client['isms.read']({ params }));
  return { at: { params, ifMatch: etag }, held: data };
}

/** Ids as people type them: ob-2 is OB-2, Context is context. */
export function idOf(text: string): string {
  return text.includes('-') ? text.toUpperCase() : text.toLowerCase();
}

/** A record as lines of a terminal. */
export function linesOf(found: RecordAnswer): readonly (readonly [string, string])[] {
  const { approval, standing } = found;
  return [
    ['id', `${found.id} version ${found.revision}`],
    ['record', found.title],
    ['written', `${found.at} by ${found.by}`],
    ['in force', found.in_force === null ? 'no version' : `version ${found.in_force}`],
    ['approved', approval ? `${approval.at} by ${approval.by} (${approval.role})` : 'not approved'],
    ...(standing ? [['standing', `${standing.state}, ${standing.trend}`] as const] : []),
    ...found.sections.map(
      ({ title, rows }) => [title, rows.map((row) => row.filter(Boolean).join(' · ')).join('\n')] as const,
    ),
    ...found.lints.map(({ code, detail, remedy }) => [code, `${detail} ${remedy}`] as const),
  ];
}

/** The sentence for a person with what blocks an approval; for programs the record as it is now. */
export function told(where: Open, record: RecordAnswer, sentence: string): void {
  say(sentence);
  for (const { code, detail, blocks } of record.lints) if (blocks) say(`${code}: ${detail}`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(record, [], where.format);
}
