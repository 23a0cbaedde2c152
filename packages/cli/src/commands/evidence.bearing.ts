// assay evidence bearing: in which scope evidence was performed, which events it answers, what supports it.
import type { Command } from 'commander';
import { findEvidence } from '../find.ts';
import { controlCode } from '../options.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { open, writing, type WriteOptions } from './shared.ts';

interface BearingOptions extends WriteOptions {
  readonly scope?: string;
  readonly event?: string[];
  readonly support?: string;
}

export function addEvidenceBearing(evidence: Command): void {
  writing(
    evidence
      .command('bearing <evidence> <control>')
      .description('Say how evidence bears on a control in a window; the whole is replaced'),
  )
    .option('--scope <name>', 'scope of the control in which it was performed')
    .option('--event <ids...>', 'events of the population that it answers')
    .option('--support <text>', 'what independent of it shows the act, where it was made long after')
    .action(bear);
}

async function bear(text: string, of: string, options: BearingOptions): Promise<void> {
  const where = await open(options);
  const evidence = await findEvidence(where, text);
  const control = controlCode(of);
  const done = await perform(where, options, {
    route: 'bearings.set',
    input: {
      params: { org: where.org, evidence, control },
      body: { scope: options.scope, events: options.event, support: options.support },
    },
    would: `${evidence} would be told anew for ${control}.`,
  });
  if (!done) return;
  say(`${done.evidence} for ${done.control}: scope ${done.scope ?? 'any'}, ${done.events.length} events.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}
