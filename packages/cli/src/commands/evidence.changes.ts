// assay evidence review|link|replace|withdraw|restore.
import type { Command } from 'commander';
import type { PlainDate } from '@assay/core';
import { take, takeWithTag } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { requireFile, store } from '../files.ts';
import { findEvidence } from '../find.ts';
import { controls, day } from '../options.ts';
import { printOne, say, type Format } from '../output.ts';
import { confirm, perform } from '../write.ts';
import { open, writing, type WriteOptions } from './shared.ts';

export function addEvidenceChanges(evidence: Command): void {
  writing(evidence.command('review <evidence>').description('Accept, or reject with a reason'))
    .option('--accept', 'accept')
    .option('--reject <reason>', 'reject')
    .option('--reopen', 'take the review back')
    .action(review);
  writing(evidence.command('link <evidence>').description('Say which controls a record serves'))
    .addOption(controls('--control <ids>', 'controls, separated by commas').makeOptionMandatory())
    .action(link);
  writing(
    evidence
      .command('replace <evidence> <file>')
      .description('Put another file in its place; says first what leans on it'),
  )
    .requiredOption('--because <text>', 'why')
    .addOption(day('--performed-at <day>', 'day on which the new one was true'))
    .action(replace);
  writing(evidence.command('withdraw <evidence>').description('Withdraw a record; its history stays')).action(
    withdraw,
  );
  writing(evidence.command('restore <evidence>').description('Undo a withdrawal')).action(restore);
}

async function review(
  id: string,
  options: WriteOptions & { readonly accept?: boolean; readonly reject?: string; readonly reopen?: boolean },
): Promise<void> {
  const said = [options.accept, options.reject !== undefined, options.reopen].filter(Boolean).length;
  if (said !== 1) throw new CommandEnd(EXIT.usage, 'Say one of --accept, --reject REASON and --reopen.');
  const where = await open(options);
  const held = await read(where, id);
  const done = await perform(where, options, {
    route: 'evidence.review',
    input: { params: { org: where.org, evidence: held.code }, body: decisionOf(options) },
    would: `${held.code} is ${held.review.state} and would be ${
      options.reopen ? 'pending' : options.accept ? 'accepted' : 'rejected'
    }.`,
  });
  if (done) told(done, `${done.code} is ${done.review.state}.`, where.format);
}

function decisionOf(options: { readonly accept?: boolean; readonly reject?: string }) {
  if (options.reject !== undefined) return { decision: 'reject' as const, reason: options.reject };
  return options.accept ? { decision: 'accept' as const } : { decision: 'reopen' as const };
}

async function link(id: string, options: WriteOptions & { readonly control: string[] }): Promise<void> {
  const where = await open(options);
  const evidence = await findEvidence(where, id);
  const { data: held, etag } = takeWithTag(
    await where.client['evidence.read']({ params: { org: where.org, evidence } }),
  );
  const before = held.controls.map((each) => each.code).join(', ') || 'no control';
  const done = await perform(where, options, {
    route: 'evidence.change',
    input: { params: { org: where.org, evidence }, ifMatch: etag, body: { controls: options.control } },
    would: `${held.code} serves ${before} and would serve ${options.control.join(', ')}.`,
  });
  if (!done) return;
  const after = done.controls.map((each) => each.code).join(', ') || 'no control';
  told(done, `${done.code} serves ${after}; before it served ${before}.`, where.format);
}

async function replace(
  id: string,
  file: string,
  options: WriteOptions & { readonly because: string; readonly performedAt?: PlainDate },
): Promise<void> {
  requireFile(file);
  const where = await open(options);
  const { client, org } = where;
  const held = await read(where, id);
  const artefact = await store(where, file);
  const input = {
    params: { org, evidence: held.code },
    body: { artefact: artefact.sha256, note: options.because, performed_at: options.performedAt },
  };
  const { touches } = take(await client['evidence.replace']({ ...input, query: { dry_run: 'true' } }));
  say(
    `${held.code} serves ${touches.controls.join(', ') || 'no control'}: ${touches.iso.length} ISO and ${touches.soc2.length} SOC 2 requirements lean on it.`,
  );
  if (options.dryRun) {
    if (where.format !== 'table') printOne({ dry_run: true, evidence: held.code, touches }, [], where.format);
    return;
  }
  await confirm(`Replace ${held.artefact.filename} by ${file}?`, options);
  const done = take(await client['evidence.replace']({ ...input, query: { dry_run: 'false' } }));
  told(
    done.evidence,
    `${held.code} is at revision ${done.evidence.revision}; the older file is kept.`,
    where.format,
  );
}

async function withdraw(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const held = await read(where, id);
  if (options.dryRun)
    return say(
      `${held.code} would no longer count for ${held.controls.map((each) => each.code).join(', ') || 'any control'}.`,
    );
  take(await where.client['evidence.withdraw']({ params: { org: where.org, evidence: held.code } }));
  const after = await read(where, held.code);
  return told(
    after,
    `${held.code} is withdrawn; assay evidence restore ${held.code} brings it back.`,
    where.format,
  );
}

async function restore(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const held = await read(where, id);
  const done = await perform(where, options, {
    route: 'evidence.restore',
    input: { params: { org: where.org, evidence: held.code } },
    would: `${held.code} would count again.`,
  });
  if (done) told(done, `${done.code} is back.`, where.format);
}

async function read(where: Awaited<ReturnType<typeof open>>, id: string) {
  const evidence = await findEvidence(where, id);
  return take(await where.client['evidence.read']({ params: { org: where.org, evidence } }));
}

/** The sentence for a person; for programs the record as it is now. */
function told(record: object, sentence: string, format: Format): void {
  say(sentence);
  if (format === 'json' || format === 'ndjson') printOne(record, [], format);
}
