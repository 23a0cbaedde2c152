// assay evidence push|list|show|get|review|link|replace|withdraw|restore.
import type { Command } from 'commander';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from '@assay/contract';
import { CommandEnd, EXIT } from '../exit.ts';
import { endOf, take } from '../connection.ts';
import { printList, printOne, say } from '../output.ts';
import { common, listOf, open, type CommonOptions } from './shared.ts';
import { writeBody } from './organisation.ts';

interface PushOptions extends CommonOptions {
  readonly control?: string;
  readonly title?: string;
  readonly performedAt?: string;
  readonly covers?: string;
  readonly kind: string;
  readonly dryRun?: boolean;
}

export function addEvidenceCommands(program: Command): void {
  const evidence = program.command('evidence').description('Evidence records');
  common(evidence.command('push <file>').description('Store a file and record it as evidence'))
    .option('--control <ids>', 'controls, separated by commas')
    .option('--title <text>', 'title; the file’s name by default')
    .option('--performed-at <day>', 'day on which it was true; today by default')
    .option('--covers <from/until>', 'days that it speaks for')
    .option(
      '--kind <kind>',
      'document, record, screenshot, attestation, population, export, configuration or other',
      'document',
    )
    .option('--dry-run', 'only check')
    .action((file: string, options: PushOptions) => push(file, options));
  common(evidence.command('list').description('Evidence, newest first'))
    .option('--control <id>', 'of one control')
    .option('--review <state>', 'pending, accepted or rejected')
    .option('-q, --search <words>', 'words in title, file or source')
    .option('--limit <number>', 'how many', '50')
    .action(
      async (
        options: CommonOptions & {
          readonly control?: string;
          readonly review?: string;
          readonly search?: string;
          readonly limit: string;
        },
      ) => {
        const { client, org, format } = await open(options);
        const review = (['pending', 'accepted', 'rejected'] as const).find((each) => each === options.review);
        const page = take(
          await client['evidence.list']({
            params: { org },
            query: {
              limit: options.limit,
              control: options.control?.toUpperCase(),
              review,
              q: options.search,
            },
          }),
        );
        printList(
          page.data,
          [
            { name: 'id', of: (row) => row.code },
            { name: 'title', of: (row) => row.title },
            { name: 'performed', of: (row) => row.performed_at },
            { name: 'review', of: (row) => row.review.state },
            { name: 'controls', of: (row) => row.controls.map((each) => each.code).join(' ') },
          ],
          format,
        );
      },
    );
  common(
    evidence.command('show <id>').description('One record with its four times and both verdicts'),
  ).action(async (id: string, options: CommonOptions) => {
    const { client, org, format } = await open(options);
    const found = take(await client['evidence.read']({ params: { org, evidence: id } }));
    printOne(
      found,
      [
        ['evidence', `${found.code} ${found.title}`],
        ['performed at', found.performed_at],
        ['covers', found.covers ? `${found.covers.from} until ${found.covers.until}` : '—'],
        ['captured at', found.captured_at ?? '—'],
        ['received at', found.received_at],
        [
          'review',
          `${found.review.state}${found.review.by ? ` by ${found.review.by}` : ''}${found.review.reason ? `: ${found.review.reason}` : ''}`,
        ],
        ['SHA-256', found.artefact.sha256],
        ['file', `${found.artefact.filename}, ${found.artefact.size} bytes`],
        ...found.controls.map((each): [string, string] => [
          each.code,
          `ISO ${each.iso.state}: ${each.iso.reason}  SOC 2 ${each.soc2.state}: ${each.soc2.reason}`,
        ]),
      ],
      format,
    );
  });
  common(evidence.command('get <id>').description('Download the bytes'))
    .option('--to <file>', 'file to write; its own name by default')
    .action(async (id: string, options: CommonOptions & { readonly to?: string }) => {
      const { client, org } = await open(options);
      const found = take(await client['evidence.read']({ params: { org, evidence: id } }));
      const path = options.to ?? basename(found.artefact.filename);
      await writeBody(take(await client['evidence.download']({ params: { org, evidence: id } })), path);
      say(`Written: ${path}`);
    });
  addChanges(evidence);
}

function addChanges(evidence: Command): void {
  common(evidence.command('review <id>').description('Accept, or reject with a reason'))
    .option('--accept', 'accept')
    .option('--reject <reason>', 'reject')
    .option('--reopen', 'take the review back')
    .action(
      async (
        id: string,
        options: CommonOptions & {
          readonly accept?: boolean;
          readonly reject?: string;
          readonly reopen?: boolean;
        },
      ) => {
        const { client, org } = await open(options);
        const body = options.reopen
          ? { decision: 'reopen' as const }
          : options.reject !== undefined
            ? { decision: 'reject' as const, reason: options.reject }
            : options.accept
              ? { decision: 'accept' as const }
              : undefined;
        if (!body) throw new CommandEnd(EXIT.usage, 'Say --accept, --reject REASON or --reopen.');
        const done = take(await client['evidence.review']({ params: { org, evidence: id }, body }));
        say(`${done.code} is ${done.review.state}.`);
      },
    );
  common(evidence.command('link <id>').description('Say which controls a record serves'))
    .requiredOption('--control <ids>', 'controls, separated by commas')
    .action(async (id: string, options: CommonOptions & { readonly control: string }) => {
      const { client, org } = await open(options);
      const read = await client['evidence.read']({ params: { org, evidence: id } });
      if (!read.ok) throw endOf(read.error);
      const done = take(
        await client['evidence.change']({
          params: { org, evidence: id },
          ifMatch: read.value.etag ?? '',
          body: { controls: listOf(options.control) },
        }),
      );
      say(`${done.code} serves ${done.controls.map((each) => each.code).join(', ') || 'no control'}.`);
    });
  common(
    evidence
      .command('replace <id> <file>')
      .description('Put another file in its place; shows first what leans on it'),
  )
    .requiredOption('--because <text>', 'why')
    .option('--performed-at <day>', 'day on which the new one was true')
    .option('--dry-run', 'only show what it touches')
    .action(
      async (
        id: string,
        file: string,
        options: CommonOptions & {
          readonly because: string;
          readonly performedAt?: string;
          readonly dryRun?: boolean;
        },
      ) => {
        const { client, org } = await open(options);
        const artefact = await store(client, org, file);
        const done = take(
          await client['evidence.replace']({
            params: { org, evidence: id },
            query: { dry_run: options.dryRun ? 'true' : 'false' },
            body: { artefact: artefact.sha256, note: options.because, performed_at: options.performedAt },
          }),
        );
        say(
          `${options.dryRun ? 'Would touch' : 'Touched'} ${done.touches.controls.join(', ') || 'no control'}: ${done.touches.iso.length} ISO and ${done.touches.soc2.length} SOC 2 requirements.`,
        );
      },
    );
  common(evidence.command('history <id>').description('Every version of a record')).action(
    async (id: string, options: CommonOptions) => {
      const { client, org, format } = await open(options);
      const { data } = take(await client['evidence.revisions']({ params: { org, evidence: id } }));
      printList(
        data,
        [
          { name: 'revision', of: (row) => row.revision, right: true },
          { name: 'at', of: (row) => row.at },
          { name: 'by', of: (row) => row.by },
          { name: 'what', of: (row) => row.note },
          { name: 'sha256', of: (row) => row.sha256 },
        ],
        format,
      );
    },
  );
  common(evidence.command('withdraw <id>').description('Withdraw a record; its history stays')).action(
    async (id: string, options: CommonOptions) => {
      const { client, org } = await open(options);
      take(await client['evidence.withdraw']({ params: { org, evidence: id } }));
      say(`${id} is withdrawn; assay evidence restore ${id} brings it back.`);
    },
  );
  common(evidence.command('restore <id>').description('Undo a withdrawal')).action(
    async (id: string, options: CommonOptions) => {
      const { client, org } = await open(options);
      say(`${take(await client['evidence.restore']({ params: { org, evidence: id } })).code} is back.`);
    },
  );
}

async function push(file: string, options: PushOptions): Promise<void> {
  const { client, org, format, origin } = await open(options);
  const kinds = [
    'scan',
    'document',
    'record',
    'screenshot',
    'attestation',
    'population',
    'export',
    'configuration',
    'other',
  ] as const;
  const kind = kinds.find((each) => each === options.kind);
  if (!kind)
    throw new CommandEnd(
      EXIT.usage,
      `There is no kind ${options.kind}.`,
      `Choose one of ${kinds.join(', ')}.`,
    );
  if (options.dryRun) {
    say(`${file} would be recorded for ${listOf(options.control).join(', ') || 'no control'}.`);
    return;
  }
  const made = take(
    await client['evidence.push']({
      params: { org },
      query: {
        filename: basename(file),
        title: options.title,
        kind,
        method: process.env['CI'] ? 'ci' : 'upload',
        source: process.env['CI'] ? 'ci' : 'person',
        controls: listOf(options.control).join(','),
        performed_at: options.performedAt ?? new Date().toISOString().slice(0, 10),
        covers: options.covers,
      },
      body: await readable(file),
    }),
  );
  printOne(
    made,
    [
      ['evidence', made.code],
      ['title', made.title],
      ['SHA-256', made.artefact.sha256],
      ['url', `${origin}/o/${org}/evidence/${made.code}`],
    ],
    format,
  );
  if (made.outside_every_window) say('It lies outside the examined period: it will not count there.');
}

/** Sends a file's bytes; the server keeps the same bytes once. */
export async function store(client: Client, org: string, file: string) {
  const body = await readable(file);
  return take(await client['artefacts.put']({ params: { org }, query: { filename: basename(file) }, body }));
}

async function readable(file: string): Promise<Blob> {
  const blob = await openAsBlob(file).catch(() => undefined);
  if (!blob) throw new CommandEnd(EXIT.notFound, `${file} cannot be read.`);
  return blob;
}
