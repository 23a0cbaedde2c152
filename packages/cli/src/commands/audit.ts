// assay audit programme|list|show|plan|change|result|report: internal audit, its programme and what it has not covered.
import { COVERAGE_STATES } from '@assay/core';
import type { Output, Routes } from '@assay/contract';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { choice, day } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { addAuditActs, told } from './audit.acts.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

type AuditAnswer = Output<Routes['audits.read']>;

export function addAuditCommands(program: Command): void {
  const audit = program
    .command('audit')
    .description('Internal audit: programme, audits, checklists, reports');
  common(audit.command('programme').description('Three years: what is audited, planned or neither'))
    .addOption(choice('--state <state>', 'requirements of one state', COVERAGE_STATES))
    .action(programme);
  writing(audit.command('programme-set').description('Say when it begins, how often, how and by whom'))
    .addOption(day('--begins <day>', 'first day of the three years'))
    .option('--frequency <text>', 'how often')
    .option('--methods <text>', 'how')
    .option('--responsibilities <text>', 'who plans and audits')
    .option('--reporting <text>', 'to whom results go, and how')
    .action(setProgramme);
  common(audit.command('list').description('Audits, planned, under way and reported')).action(list);
  common(audit.command('show <audit>').description('One audit with its checklist')).action(show);
  addAuditActs(audit);
}

async function programme(
  options: CommonOptions & { readonly state?: (typeof COVERAGE_STATES)[number] },
): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['audits.programme']({ params: { org } }));
  const rows = found.requirements.filter(
    ({ state }) => options.state === undefined || state === options.state,
  );
  printList(
    rows,
    [
      { name: 'requirement', of: (row) => row.requirement },
      { name: 'state', of: (row) => row.state },
      { name: 'audits', of: (row) => row.audits.join(' ') },
      { name: 'title', of: (row) => row.title },
    ],
    format,
  );
  say(found.sentence);
  if (!found.programme) say('assay audit programme-set makes one.');
}

interface ProgrammeOptions extends WriteOptions {
  readonly begins?: string;
  readonly frequency?: string;
  readonly methods?: string;
  readonly responsibilities?: string;
  readonly reporting?: string;
}

async function setProgramme(options: ProgrammeOptions): Promise<void> {
  const where = await open(options);
  const { programme: held } = take(await where.client['audits.programme']({ params: { org: where.org } }));
  const done = await perform(where, options, {
    route: 'audits.set_programme',
    input: {
      params: { org: where.org },
      ifMatch: `"${held?.revision ?? 0}"`,
      body: {
        begins: options.begins ?? held?.begins ?? '',
        frequency: options.frequency ?? held?.frequency ?? '',
        methods: options.methods ?? held?.methods ?? '',
        responsibilities: options.responsibilities ?? held?.responsibilities ?? '',
        reporting: options.reporting ?? held?.reporting ?? '',
      },
    },
    would: 'The programme would be set.',
  });
  if (!done) return;
  say(`The programme runs from ${done.begins} to ${done.ends}.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { sentence, data } = take(await client['audits.list']({ params: { org } }));
  printList(
    data,
    [
      { name: 'id', of: (row) => row.id },
      { name: 'state', of: (row) => row.state },
      { name: 'from', of: (row) => row.from },
      { name: 'to', of: (row) => row.to },
      { name: 'auditor', of: (row) => row.auditor },
      { name: 'lines', of: (row) => `${row.counts.said} of ${row.counts.lines}` },
      { name: 'title', of: (row) => row.title },
    ],
    format,
  );
  say(sentence);
}

async function show(id: string, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['audits.read']({ params: { org, audit: id } }));
  if (format !== 'table') return told({ format }, found);
  printOne(
    found,
    [
      ['audit', found.title],
      ['id', `${found.id} (${found.state})`],
      ['days', `${found.from} to ${found.to}`],
      ['auditor', found.auditor],
      ['criteria', found.criteria],
      ['report', found.report ? `${found.report.on} to ${found.report.to}: ${found.report.summary}` : '—'],
    ],
    format,
  );
  printList(
    found.lines,
    [
      { name: 'requirement', of: (row) => row.requirement },
      { name: 'seen', of: (row) => row.said?.result ?? 'not yet' },
      { name: 'findings', of: (row) => row.said?.findings.join(' ') ?? '' },
      { name: 'controls', of: (row) => row.controls.map(({ code }) => code).join(' ') },
      { name: 'note', of: (row) => row.said?.note ?? row.title },
    ],
    format,
  );
  say(found.sentence);
  sayDependence(found);
}

function sayDependence({ auditor, not_independent: own }: AuditAnswer): void {
  if (own.length > 0) say(`audit.not_independent: ${auditor} now owns ${own.join(', ')}.`);
}
