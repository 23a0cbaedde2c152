// assay evidence change: corrects what people say of a record; the bytes stay as they are.
import type { Command } from 'commander';
import { EVIDENCE_KINDS, type EvidenceKind, type PlainDate } from '@assay/core';
import { takeWithTag } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { findEvidence } from '../find.ts';
import { choice, day, period, whole, type Period } from '../options.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { open, writing, type WriteOptions } from './shared.ts';

interface ChangeOptions extends WriteOptions {
  readonly title?: string;
  readonly kind?: EvidenceKind;
  readonly performedAt?: PlainDate;
  readonly covers?: Period;
  readonly freshFor?: number;
  readonly freshAsControls?: boolean;
}

export function addEvidenceCorrection(evidence: Command): void {
  writing(
    evidence
      .command('change <evidence>')
      .description('Correct a record’s title, kind, days or how long it stays fresh'),
  )
    .option('--title <text>', 'title')
    .addOption(choice('--kind <kind>', 'what it is', EVIDENCE_KINDS))
    .addOption(day('--performed-at <day>', 'day on which it was true'))
    .addOption(period('--covers <from/until>', 'days that it speaks for'))
    .addOption(
      whole('--fresh-for <days>', 'how long it stays fresh, whatever its controls say', {
        min: 1,
        max: 3650,
      }),
    )
    .option('--fresh-as-controls', 'give its freshness back to its controls')
    .action(change);
}

async function change(id: string, options: ChangeOptions): Promise<void> {
  if (options.freshFor !== undefined && options.freshAsControls)
    throw new CommandEnd(EXIT.usage, 'Say one of --fresh-for DAYS and --fresh-as-controls.');
  const body = {
    title: options.title,
    kind: options.kind,
    performed_at: options.performedAt,
    covers: options.covers,
    freshness_days: options.freshAsControls ? null : options.freshFor,
  };
  const changed = Object.entries(body).filter(([, value]) => value !== undefined);
  if (changed.length === 0)
    throw new CommandEnd(EXIT.usage, 'Say what to change, for example --fresh-for 90.');
  const where = await open(options);
  const evidence = await findEvidence(where, id);
  const { data: held, etag } = takeWithTag(
    await where.client['evidence.read']({ params: { org: where.org, evidence } }),
  );
  const names = changed.map(([name]) => name).join(', ');
  const done = await perform(where, options, {
    route: 'evidence.change',
    input: { params: { org: where.org, evidence }, ifMatch: etag, body },
    would: `${held.code} is at revision ${held.revision} and would change in ${names}.`,
  });
  if (!done) return;
  say(`${done.code} is at revision ${done.revision}, changed in ${names}; the older words are kept.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}
