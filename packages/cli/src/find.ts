// Finds records by what a person calls them: human id, whole id, or the beginning of one alone.
import type { Client } from '@assay/contract';
import { take } from './connection.ts';
import { CommandEnd, EXIT } from './exit.ts';
import { pagesOf } from './pages.ts';
import { pick } from './pick.ts';
import { didYouMean } from './words.ts';

interface Where {
  readonly client: Client;
  readonly org: string;
}

/** How many records a search for the beginning of an id looks through, newest first. */
const LOOKED_AT = 2000;

/** Evidence by E-93, e93, its id or the beginning of it. */
export async function findEvidence({ client, org }: Where, text: string): Promise<string> {
  const digits = /^e-?0*(\d+)$/i.exec(text)?.[1];
  if (digits !== undefined) return `E-${digits}`;
  const rows = await pagesOf(LOOKED_AT, async (page) =>
    take(await client['evidence.list']({ params: { org }, query: page })),
  );
  return pick(
    text,
    rows.data.map((row) => row.id),
    { kind: 'evidence', list: 'assay evidence list' },
  );
}

/** An import by its id, the beginning of it, or the evidence that it made. */
export async function findImport({ client, org }: Where, text: string): Promise<string> {
  if (/^imp_[0-9a-z]{26}$/.test(text)) return text;
  const rows = await pagesOf(LOOKED_AT, async (page) =>
    take(await client['imports.list']({ params: { org }, query: page })),
  );
  const digits = /^e-?0*(\d+)$/i.exec(text)?.[1];
  const made = rows.data.find((row) => digits !== undefined && row.evidence === `E-${digits}`);
  if (made) return made.id;
  const ids = rows.data.map((row) => row.id);
  const whole = text.startsWith('imp_') || text === '' ? text : `imp_${text}`;
  return pick(whole, ids, { kind: 'import', list: 'assay imports list' });
}

/** A framework by its id or the beginning of it; those in use come before the others. */
export async function findFramework({ client, org }: Where, text: string): Promise<string> {
  const { data } = take(await client['frameworks.list']({ params: { org } }));
  const used = data.filter((each) => each.in_use && each.id.toLowerCase().startsWith(text.toLowerCase()));
  const [only, second] = used;
  if (only && !second && text !== '') return only.id;
  const ids = data.map((each) => each.id);
  return pick(text, ids, { kind: 'framework', list: 'assay framework list' });
}

/** A requirement as `iso27001:2022/A.7.4`, or `A.7.4` when one framework in use asks it. */
export async function findRequirement(where: Where, text: string): Promise<readonly [string, string]> {
  const { client, org } = where;
  const cut = text.indexOf('/');
  const all = take(await client['frameworks.list']({ params: { org } })).data;
  const frameworks =
    cut > 0
      ? [await findFramework(where, text.slice(0, cut))]
      : all.filter((each) => each.in_use).map((each) => each.id);
  const refs: string[] = [];
  for (const framework of frameworks) {
    const whole = take(await client['frameworks.read']({ params: { org, framework } }));
    refs.push(...whole.requirements.map((each) => `${framework}/${each.id}`));
  }
  const wanted = cut > 0 ? text.slice(cut + 1) : text;
  const same = refs.filter((ref) => ref.slice(ref.indexOf('/') + 1).toLowerCase() === wanted.toLowerCase());
  const about = { kind: 'requirement', list: 'assay framework show ID' };
  const found = same.length > 0 ? pick(same.length === 1 ? (same[0] ?? '') : '', same, about) : undefined;
  if (found === undefined) {
    const ids = refs.map((ref) => ref.slice(ref.indexOf('/') + 1));
    throw new CommandEnd(
      EXIT.notFound,
      `No ${cut > 0 ? (frameworks[0] ?? '') : 'framework in use'} asks ${wanted}.`,
      didYouMean(wanted, ids) ?? 'assay framework show ID lists what one asks.',
    );
  }
  return [found.slice(0, found.indexOf('/')), found.slice(found.indexOf('/') + 1)];
}

/** A check by its key, or by its name alone when one scanner has it. */
export async function findCheck({ client, org }: Where, text: string): Promise<string> {
  const rows = await pagesOf(LOOKED_AT, async (page) =>
    take(await client['checks.list']({ params: { org }, query: page })),
  );
  const keys = rows.data.map((row) => row.key);
  if (keys.includes(text)) return text;
  const named = keys.filter((key) => key.slice(key.indexOf(':') + 1).toLowerCase() === text.toLowerCase());
  const [only, second] = named;
  if (only !== undefined && second === undefined) return only;
  const about = { kind: 'check', list: 'assay check list' };
  return pick(text, named.length > 1 ? named.map((key) => key) : keys, about);
}
