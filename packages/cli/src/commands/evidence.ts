// assay evidence list|show|get|history; what changes a record stands in evidence.changes.ts and evidence.push.ts.
import type { Command } from 'commander';
import type { Output, Routes } from '@assay/contract';
import { EVIDENCE_KINDS, type EvidenceKind } from '@assay/core';
import { basename } from 'node:path';
import { take } from '../connection.ts';
import { findEvidence } from '../find.ts';
import { choice, controls, whole } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { pagesOf } from '../pages.ts';
import { writeBody } from '../files.ts';
import { common, open, type CommonOptions } from './shared.ts';
import { addEvidenceErasure } from './evidence.erase.ts';
import { addEvidenceChanges } from './evidence.changes.ts';
import { addEvidenceCorrection } from './evidence.correct.ts';
import { addEvidenceBearing } from './evidence.bearing.ts';
import { addEvidencePush } from './evidence.push.ts';

const REVIEWS = ['pending', 'accepted', 'rejected'] as const;

interface ListOptions extends CommonOptions {
  readonly control?: string[];
  readonly review?: (typeof REVIEWS)[number];
  readonly kind?: EvidenceKind;
  readonly search?: string;
  readonly unlinked?: boolean;
  readonly limit: number;
}

export function addEvidenceCommands(program: Command): void {
  const evidence = program.command('evidence').description('Evidence records');
  addEvidencePush(evidence);
  addEvidenceBearing(evidence);
  common(evidence.command('list').description('Evidence, newest first'))
    .addOption(controls('--control <id>', 'of one control'))
    .addOption(choice('--review <state>', 'in this state of review', REVIEWS))
    .addOption(choice('--kind <kind>', 'of this kind', EVIDENCE_KINDS))
    .option('--unlinked', 'only what serves no control')
    .option('-q, --search <words>', 'words in title, file or source')
    .addOption(whole('--limit <number>', 'how many at most', { min: 1, max: 100_000 }).default(50))
    .action(list);
  common(
    evidence.command('show <evidence>').description('One record with its four times and both verdicts'),
  ).action(show);
  common(evidence.command('get <evidence>').description('Download the bytes'))
    .option('--to <file>', 'file to write, - for standard output; its own name by default')
    .option('--force', 'write over a file that is there')
    .action(get);
  common(evidence.command('history <evidence>').description('Every version of a record')).action(history);
  addEvidenceCorrection(evidence);
  addEvidenceChanges(evidence);
  addEvidenceErasure(evidence);
}

async function list(options: ListOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const rows = await pagesOf(options.limit, async (page) =>
    take(
      await client['evidence.list']({
        params: { org },
        query: {
          ...page,
          control: options.control?.[0],
          review: options.review,
          kind: options.kind,
          q: options.search,
          unlinked: options.unlinked ? 'true' : undefined,
        },
      }),
    ),
  );
  printList(
    rows.data,
    [
      { name: 'id', of: (row) => row.code },
      { name: 'title', of: (row) => row.title },
      { name: 'kind', of: (row) => row.kind },
      { name: 'performed_at', of: (row) => row.performed_at },
      { name: 'review', of: (row) => row.review.state },
      { name: 'controls', of: (row) => row.controls.map((each) => each.code).join(' ') },
    ],
    format,
  );
  if (rows.more) say(`${rows.data.length} shown, there are more: --limit ${options.limit * 10}.`);
}

async function show(id: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  const { client, org, format } = where;
  const found = take(
    await client['evidence.read']({ params: { org, evidence: await findEvidence(where, id) } }),
  );
  const { review, artefact } = found;
  printOne(
    found,
    [
      [
        'evidence',
        `${found.code} ${found.title}${found.erased ? ' (erased)' : found.withdrawn ? ' (withdrawn)' : ''}`,
      ],
      ['kind', found.kind],
      ['performed_at', found.performed_at],
      ['covers', found.covers ? `${found.covers.from}/${found.covers.until}` : '—'],
      ['fresh_for', found.freshness_days === null ? 'as each control says' : `${found.freshness_days} days`],
      ['captured_at', found.captured_at ?? '—'],
      ['received_at', found.received_at],
      ['source', `${found.source}${found.reader === null ? '' : `, read as ${found.reader}`}`],
      ['collected_by', found.collected_by],
      [
        'review',
        `${review.state}${review.by ? ` by ${review.by}` : ''}${review.reason ? `: ${review.reason}` : ''}`,
      ],
      ['sha256', artefact.sha256],
      ['file', `${artefact.filename}, ${artefact.size} bytes`],
      ['revision', String(found.revision)],
      ...heldOrErased(found),
      ...found.controls.map((each): [string, string] => [
        each.code,
        `ISO ${each.iso.state}: ${each.iso.reason}  SOC 2 ${each.soc2.state}: ${each.soc2.reason}`,
      ]),
    ],
    format,
  );
  if (found.outside_every_window) say('It lies outside the examined period: it does not count there.');
}

function heldOrErased({ hold, erased }: Output<Routes['evidence.read']>): [string, string][] {
  return [
    ...(hold ? [{ name: 'held', text: `by ${hold.by}: ${hold.reason}` }] : []),
    ...(erased
      ? [
          {
            name: 'erased',
            text: `${erased.at.slice(0, 10)} by ${erased.by} (${erased.basis}): ${erased.reason}`,
          },
        ]
      : []),
  ].map(({ name, text }): [string, string] => [name, text]);
}

async function get(
  id: string,
  options: CommonOptions & { readonly to?: string; readonly force?: boolean },
): Promise<void> {
  const where = await open(options);
  const { client, org } = where;
  const evidence = await findEvidence(where, id);
  const found = take(await client['evidence.read']({ params: { org, evidence } }));
  // The name came from a stranger: only its last part, here.
  const path = options.to ?? (basename(found.artefact.filename) || found.artefact.sha256);
  await writeBody(take(await client['evidence.download']({ params: { org, evidence } })), {
    path,
    force: options.force === true,
    sha256: found.artefact.sha256,
  });
  if (path !== '-') say(`Written and hashed: ${path}`);
}

async function history(id: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  const { client, org, format } = where;
  const { data } = take(
    await client['evidence.revisions']({ params: { org, evidence: await findEvidence(where, id) } }),
  );
  printList(
    data,
    [
      { name: 'revision', of: (row) => row.revision, right: true },
      { name: 'at', of: (row) => row.at },
      { name: 'by', of: (row) => row.by },
      { name: 'note', of: (row) => row.note },
      { name: 'filename', of: (row) => row.filename },
      { name: 'sha256', of: (row) => row.sha256 },
    ],
    format,
  );
}
