// assay posture, crosswalk, overlap, next: what the two frameworks say of the same controls.
import type { Command } from 'commander';
import type { Instant } from '@assay/core';
import { take } from '../connection.ts';
import { findFramework } from '../find.ts';
import { instant, whole } from '../options.ts';
import { printList, say } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';

export function addViewCommands(program: Command): void {
  common(program.command('posture').description('Decided, in place, proved, for every framework in use'))
    .addOption(instant('--at <instant>', 'as it was known then'))
    .option('--framework <id>', 'one framework')
    .action(posture);
  common(program.command('crosswalk').description('Criterion to Annex A, computed through shared controls'))
    .option('--tsc <id>', 'one criterion, such as CC6.1')
    .option('--iso <id>', 'one ISO requirement, such as A.5.15')
    .action(crosswalk);
  common(
    program
      .command('overlap')
      .description('How much of one framework the other already answers, beside the article’s claim'),
  ).action(overlap);
  common(program.command('next').description('What would move both frameworks most'))
    .addOption(whole('--limit <number>', 'how many at most', { min: 1, max: 50 }).default(10))
    .action(next);
}

async function posture(
  options: CommonOptions & { readonly at?: Instant; readonly framework?: string },
): Promise<void> {
  const where = await open(options);
  const { client, org, format } = where;
  const framework =
    options.framework === undefined ? undefined : await findFramework(where, options.framework);
  const { data, at } = take(
    await client['posture.read']({ params: { org }, query: { at: options.at, framework } }),
  );
  printList(
    data.map((each) => ({ at, ...each })),
    [
      { name: 'framework', of: (row) => row.title },
      { name: 'decided', of: (row) => fraction(row.decided), right: true },
      { name: 'in_place', of: (row) => fraction(row.in_place), right: true },
      { name: 'proved', of: (row) => fraction(row.proved), right: true },
    ],
    format,
  );
  if (format === 'table') for (const each of data) say(each.sentence);
}

async function crosswalk(
  options: CommonOptions & { readonly tsc?: string; readonly iso?: string },
): Promise<void> {
  const { client, org, format } = await open(options);
  const query = { tsc: options.tsc?.toUpperCase(), iso: options.iso?.toUpperCase() };
  const { data } = take(await client['crosswalk.read']({ params: { org }, query }));
  printList(
    data.map((pair) => ({
      tsc: idOf(pair.tsc),
      iso: idOf(pair.iso),
      relation: pair.relation,
      strength: pair.strength,
      via: pair.via.map((path) => path.control),
    })),
    [
      { name: 'tsc', of: (row) => row.tsc },
      { name: 'iso', of: (row) => row.iso },
      { name: 'relation', of: (row) => row.relation },
      { name: 'strength', of: (row) => row.strength },
      { name: 'via', of: (row) => row.via.join(' ') },
    ],
    format,
  );
  if (data.length === 0) say('No shared control joins them.');
}

async function overlap(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['overlap.read']({ params: { org } }));
  const kinds = ['requirements', 'controls', 'evidence', 'effort'] as const;
  printList(
    kinds.map((kind) => ({
      counted_by: kind,
      iso_by_soc2: found.iso_by_soc2[kind],
      iso_by_soc2_strict: found.strict.iso_by_soc2[kind],
      soc2_by_iso: found.soc2_by_iso[kind],
      soc2_by_iso_strict: found.strict.soc2_by_iso[kind],
    })),
    [
      { name: 'counted_by', of: (row) => row.counted_by },
      { name: 'iso_by_soc2', of: (row) => fraction(row.iso_by_soc2), right: true },
      { name: 'iso_by_soc2_strict', of: (row) => fraction(row.iso_by_soc2_strict), right: true },
      { name: 'soc2_by_iso', of: (row) => fraction(row.soc2_by_iso), right: true },
      { name: 'soc2_by_iso_strict', of: (row) => fraction(row.soc2_by_iso_strict), right: true },
    ],
    format,
  );
  say(`Counted: ${found.rules.generous}`);
  say(`Strictly: ${found.rules.strict}`);
  say(
    `iso_by_soc2: of what ISO asks, how much work for SOC 2 answers; soc2_by_iso: the other way round. The article claims ${found.claim.low * 100} to ${found.claim.high * 100} percent.`,
  );
}

async function next(options: CommonOptions & { readonly limit: number }): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(
    await client['next_steps.list']({ params: { org }, query: { limit: String(options.limit) } }),
  );
  printList(
    data,
    [
      { name: 'target', of: (row) => row.target },
      { name: 'title', of: (row) => row.title },
      { name: 'iso', of: (row) => row.moves.iso.length, right: true },
      { name: 'soc2', of: (row) => row.moves.soc2.length, right: true },
      { name: 'days', of: (row) => row.effort_days, right: true },
      { name: 'reason', of: (row) => row.reason },
    ],
    format,
  );
}

function fraction(of: { readonly numerator: number; readonly denominator: number }): string {
  return `${of.numerator} / ${of.denominator}`;
}

function idOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
