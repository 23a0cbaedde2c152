// assay evidence push: a file becomes a record, from a person's machine or from CI.
import type { Command } from 'commander';
import { EVIDENCE_KINDS, type EvidenceKind, type PlainDate } from '@assay/core';
import { basename } from 'node:path';
import { take } from '../connection.ts';
import { bytesOf } from '../files.ts';
import { choice, controls, day, period, whole, type Period } from '../options.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { open, writing, type WriteOptions } from './shared.ts';

interface PushOptions extends WriteOptions {
  readonly control?: string[];
  readonly title?: string;
  readonly performedAt?: PlainDate;
  readonly covers?: Period;
  readonly kind: EvidenceKind;
  readonly freshFor?: number;
}

export function addEvidencePush(evidence: Command): void {
  writing(evidence.command('push <file>').description('Store a file and record it as evidence'))
    .addOption(controls('--control <ids>', 'controls that it serves, separated by commas'))
    .option('--title <text>', 'title; the file’s name by default')
    .addOption(day('--performed-at <day>', 'day on which it was true; today by default'))
    .addOption(period('--covers <from/until>', 'days that it speaks for'))
    .addOption(
      whole('--fresh-for <days>', 'how long it stays fresh; each control’s rule by default', {
        min: 1,
        max: 3650,
      }),
    )
    .addOption(choice('--kind <kind>', 'what it is', EVIDENCE_KINDS).default('document'))
    .action(push);
}

async function push(file: string, options: PushOptions): Promise<void> {
  const where = await open(options);
  const { client, org, origin, format } = where;
  const wanted = options.control ?? [];
  // A misspelt control is told before a byte is sent.
  for (const control of wanted) take(await client['controls.read']({ params: { org, control } }));
  const body = await bytesOf(file);
  const performedAt = options.performedAt ?? new Date().toISOString().slice(0, 10);
  const ci = process.env['CI'] !== undefined;
  const { covers } = options;
  const made = await perform(where, options, {
    route: 'evidence.push',
    input: {
      params: { org },
      query: {
        filename: basename(file),
        title: options.title,
        kind: options.kind,
        method: ci ? 'ci' : 'upload',
        source: ci ? 'ci' : 'person',
        controls: wanted.join(','),
        performed_at: performedAt,
        covers: covers && `${covers.from}/${covers.until}`,
        freshness_days: options.freshFor,
      },
      body,
    },
    would: `${file} would be recorded as performed on ${performedAt}, for ${wanted.join(', ') || 'no control'}.`,
  });
  if (!made) return;
  printOne(
    made,
    [
      ['evidence', made.code],
      ['title', made.title],
      ['performed_at', made.performed_at],
      ['controls', made.controls.map((each) => each.code).join(' ') || '—'],
      ['sha256', made.artefact.sha256],
      ['url', `${origin}/o/${org}/evidence/${made.code}`],
    ],
    format,
  );
  if (made.outside_every_window) say('It lies outside the examined period: it will not count there.');
  if (made.controls.length === 0)
    say(`It serves no control yet: assay evidence link ${made.code} --control C-07.`);
}
