// assay policy templates|template|list|show|get|diff: what policies there are, where they stand, what changed.
import { POLICY_STATES, type PolicyState } from '@assay/core';
import type { Output, Routes } from '@assay/contract';
import type { Command } from 'commander';
import { basename } from 'node:path';
import { take } from '../connection.ts';
import { writeBody } from '../files.ts';
import { choice, whole } from '../options.ts';
import { out, printList, printOne, say } from '../output.ts';
import { addPolicyChanges } from './policy.changes.ts';
import { linesOf, policyCode, shareOf } from './policy.show.ts';
import { common, open, type CommonOptions } from './shared.ts';

type Difference = Output<Routes['policies.difference']>;

const NUMBER = { min: 1, max: 10_000 };
const SIGN = { same: ' ', removed: '-', added: '+' } as const;

export function addPolicyCommands(program: Command): void {
  const policy = program.command('policy').description('Policies: templates, versions, who confirmed them');
  common(policy.command('templates').description('Templates in plain words, with what they answer')).action(
    templates,
  );
  common(policy.command('template <template>').description('The text of one template')).action(template);
  common(policy.command('list').description('Where each policy stands'))
    .addOption(choice('--state <state>', 'only those', POLICY_STATES))
    .action(list);
  common(policy.command('show <policy>').description('One policy; the newest version by default'))
    .addOption(whole('--of-version <number>', 'another version', NUMBER))
    .option('--text', 'its filled text alone, as Markdown')
    .action(show);
  common(policy.command('get <policy>').description('Its file as it was brought, or its text as Markdown'))
    .addOption(whole('--of-version <number>', 'another version', NUMBER))
    .option('--to <file>', 'where to write it; - is standard output')
    .option('--force', 'write over a file that is there')
    .action(get);
  common(policy.command('diff <policy>').description('What changed between two versions'))
    .addOption(
      whole('--from <number>', 'version; 0 is the template; the one before by default', {
        ...NUMBER,
        min: 0,
      }),
    )
    .addOption(whole('--to <number>', 'version; the newest by default', NUMBER))
    .action(diff);
  addPolicyChanges(policy);
}

async function templates(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['policies.templates']({ params: { org } }));
  printList(
    data,
    [
      { name: 'code', of: (row) => row.code },
      { name: 'title', of: (row) => row.title },
      { name: 'owner', of: (row) => row.owner },
      { name: 'used', of: (row) => (row.used ? 'yes' : 'no') },
      { name: 'reviewer', of: (row) => row.reviewer },
      { name: 'answers', of: (row) => row.answers.length, right: true },
      { name: 'controls', of: (row) => row.controls.join(' ') },
    ],
    format,
  );
}

async function template(text: string, options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['policies.template']({ params: { org, policy: policyCode(text) } }));
  if (format === 'table' || format === 'md') out(found.text);
  else printOne(found, [], format);
}

async function list(options: CommonOptions & { readonly state?: PolicyState }): Promise<void> {
  const { client, org, format } = await open(options);
  const query = { state: options.state };
  const { data } = take(await client['policies.list']({ params: { org }, query }));
  printList(
    data,
    [
      { name: 'code', of: (row) => row.code },
      { name: 'title', of: (row) => row.title },
      { name: 'state', of: (row) => row.state },
      { name: 'in_force', of: (row) => row.in_force, right: true },
      { name: 'next', of: (row) => row.next, right: true },
      { name: 'review_on', of: (row) => row.review_on },
      { name: 'confirmed', of: (row) => shareOf(row.acknowledged) },
      { name: 'text', of: (row) => row.sameness?.verdict ?? 'own' },
      { name: 'open', of: (row) => row.missing.length, right: true },
      { name: 'reviewer', of: (row) => row.reviewer ?? 'unreviewed' },
    ],
    format,
  );
  if (data.length === 0 && options.state === undefined)
    say('There is no policy yet: assay policy templates, then assay policy new --template POL-01.');
}

async function show(
  text: string,
  options: CommonOptions & { readonly ofVersion?: number; readonly text?: boolean },
): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(
    await client['policies.read']({
      params: { org, policy: policyCode(text) },
      query: { version: options.ofVersion === undefined ? undefined : String(options.ofVersion) },
    }),
  );
  if (options.text) out(found.filled);
  else printOne(found, linesOf(found), format);
}

async function get(
  text: string,
  options: CommonOptions & { readonly ofVersion?: number; readonly to?: string; readonly force?: boolean },
): Promise<void> {
  const { client, org } = await open(options);
  const params = { org, policy: policyCode(text) };
  const query = { version: options.ofVersion === undefined ? undefined : String(options.ofVersion) };
  const { file, code, version } = take(await client['policies.read']({ params, query }));
  const path = options.to ?? (basename(file?.filename ?? '') || `${code}-version-${version}.md`);
  await writeBody(take(await client['policies.download']({ params, query })), {
    path,
    force: options.force === true,
    ...(file ? { sha256: file.sha256 } : {}),
  });
  if (path !== '-') say(`Written: ${path}`);
}

async function diff(
  text: string,
  options: CommonOptions & { readonly from?: number; readonly to?: number },
): Promise<void> {
  const { client, org, format } = await open(options);
  const { from, to } = options;
  const found: Difference = take(
    await client['policies.difference']({
      params: { org, policy: policyCode(text) },
      query: {
        from: from === undefined ? undefined : String(from),
        to: to === undefined ? undefined : String(to),
      },
    }),
  );
  if (format !== 'table') return printOne(found, [], format);
  out(found.lines.map((line) => `${SIGN[line.kind]} ${line.text}\n`).join(''));
  say(
    `${found.removed} lines removed, ${found.added} added from ${found.from === 0 ? 'the beginning' : `version ${found.from}`} to version ${found.to}.`,
  );
}
