// assay policy new|edit|approve|publish|retire|acknowledge: what happens to a policy.
import { OWNER_ROLES, type OwnerRole } from '@assay/core';
import type { Command } from 'commander';
import { takeWithTag } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { basename } from 'node:path';
import { requireFile, store, textIn } from '../files.ts';
import { choice, controls, whole } from '../options.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { policyCode, shareOf, type PolicyAnswer } from './policy.show.ts';
import { open, writing, type Open, type WriteOptions } from './shared.ts';

interface SayOptions extends WriteOptions {
  readonly title?: string;
  readonly owner?: OwnerRole;
  readonly reviewMonths?: number;
  readonly answers?: string[];
  readonly controls?: string[];
  readonly set?: string[];
  readonly file?: string;
  readonly upload?: string;
}

export function addPolicyChanges(policy: Command): void {
  saying(writing(policy.command('new').description('Begin a policy from a template, or with your own text')))
    .option('--template <code>', 'template to begin with')
    .action(create);
  saying(
    writing(policy.command('edit <policy>').description('Change the draft; after approval a new one begins')),
  ).action(edit);
  writing(policy.command('approve <policy>').description('Approve the newest version'))
    .requiredOption('--by <name>', 'who approves')
    .addOption(choice('--role <role>', 'the role in which they do', OWNER_ROLES).makeOptionMandatory())
    .action(approve);
  writing(policy.command('publish <policy>').description('Put the approved version in force'))
    .option('--people <names...>', 'who are to confirm it')
    .option('--people-file <file>', 'the same, one name a line; - is standard input')
    .action(publish);
  writing(policy.command('retire <policy>').description('End a policy: no version is in force any more'))
    .requiredOption('--because <text>', 'why')
    .action(retire);
  writing(policy.command('acknowledge <policy>').description('Confirm the version in force'))
    .option('--person <name>', 'somebody else who confirmed it')
    .option('--people-file <file>', 'several at once, one name a line; - is standard input')
    .option('--proof <text>', 'where that is proved')
    .action(acknowledge);
}

function saying(command: Command): Command {
  return command
    .option('--title <text>', 'title')
    .option('--file <file>', 'Markdown; - is standard input')
    .option('--upload <file>', 'a document of your own, kept as it is: .docx, .pdf or .md')
    .option('--set <name=value...>', 'values of places, such as company=Acme')
    .addOption(choice('--owner <role>', 'who answers for it', OWNER_ROLES))
    .addOption(whole('--review-months <months>', 'months until it is looked at again', { min: 1, max: 36 }))
    .option('--answers <refs...>', 'requirements that it answers, the whole list')
    .addOption(controls('--controls <ids>', 'controls that it belongs to, the whole list'));
}

async function create(options: SayOptions & { readonly template?: string }): Promise<void> {
  const where = await open(options);
  const template = options.template === undefined ? undefined : policyCode(options.template);
  const made = await perform(where, options, {
    route: 'policies.create',
    input: {
      params: { org: where.org },
      body: { template, ...said(options), file: await sent(where, options) },
    },
    would: `A policy would begin${template === undefined ? '' : ` from ${template}`}.`,
  });
  if (made) told(where, made, `${made.code} ${made.title} is a draft.${openPlaces(made)}`);
}

async function edit(text: string, options: SayOptions): Promise<void> {
  const where = await open(options);
  const body = { ...said(options), file: await sent(where, options) };
  if (Object.values(body).every((value) => value === undefined))
    throw new CommandEnd(EXIT.usage, 'Say what to change, for example --set company=Acme or --file FILE.');
  const held = await read(where, text);
  const done = await perform(where, options, {
    route: 'policies.change',
    input: { ...held, body },
    would: `${held.params.policy} would be changed.`,
  });
  if (done) told(where, done, `${done.code} version ${done.version} is a draft.${openPlaces(done)}`);
}

async function approve(
  text: string,
  options: WriteOptions & { readonly by: string; readonly role: OwnerRole },
): Promise<void> {
  const where = await open(options);
  const held = await read(where, text);
  const { by, role } = options;
  const done = await perform(where, options, {
    route: 'policies.approve',
    input: { ...held, body: { by, role } },
    would: `${held.params.policy} would be approved by ${by} as ${role}.`,
  });
  if (done) told(where, done, `${done.code} version ${done.version} is approved by ${by} as ${role}.`);
}

async function publish(
  text: string,
  options: WriteOptions & { readonly people?: string[]; readonly peopleFile?: string },
): Promise<void> {
  const where = await open(options);
  const listed = options.peopleFile === undefined ? [] : namesIn(options.peopleFile);
  const people = [...(options.people ?? []), ...listed];
  const held = await read(where, text);
  const done = await perform(where, options, {
    route: 'policies.publish',
    input: { ...held, body: { people } },
    would: `${held.params.policy} would be in force for ${people.length} people.`,
  });
  if (!done) return;
  told(
    where,
    done,
    `${done.code} version ${done.version} is in force; due for review on ${done.review_on ?? 'no day'}. Confirmed: ${shareOf(done.acknowledged)}.`,
  );
}

async function retire(text: string, options: WriteOptions & { readonly because: string }): Promise<void> {
  const where = await open(options);
  const held = await read(where, text);
  const done = await perform(where, options, {
    route: 'policies.retire',
    input: { ...held, body: { because: options.because } },
    would: `${held.params.policy} would be retired.`,
  });
  if (done) told(where, done, `${done.code} is retired: ${options.because}`);
}

async function acknowledge(
  text: string,
  options: WriteOptions & { readonly person?: string; readonly peopleFile?: string; readonly proof?: string },
): Promise<void> {
  const where = await open(options);
  const policy = policyCode(text);
  const { person, proof } = options;
  const people = options.peopleFile === undefined ? undefined : namesIn(options.peopleFile);
  const done = await perform(where, options, {
    route: 'policies.acknowledge',
    input: { params: { org: where.org, policy }, body: { person, people, proof } },
    would: `${people === undefined ? (person ?? 'You') : `${people.length} people`} would have confirmed ${policy}.`,
  });
  if (done) told(where, done, `${policy} is confirmed: ${shareOf(done.acknowledged)}.`);
}

/** One name a line. */
function namesIn(file: string): string[] {
  return textIn(file)
    .split(/\r?\n/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function said(options: SayOptions) {
  return {
    title: options.title,
    owner: options.owner,
    review_months: options.reviewMonths,
    answers: options.answers?.map(reference),
    controls: options.controls,
    variables: options.set && Object.fromEntries(options.set.map(pair)),
    text: options.file === undefined ? undefined : textIn(options.file),
  };
}

/** The file as the server keeps it; a dry run sends nothing. */
async function sent(where: Open, { upload, dryRun }: SayOptions) {
  if (upload === undefined) return undefined;
  requireFile(upload);
  const artefact = dryRun ? '0'.repeat(64) : (await store(where, upload)).sha256;
  return { artefact, filename: basename(upload) };
}

/** A requirement with its framework: soc2:2017/CC6.1. */
function reference(text: string): `${string}/${string}` {
  const at = text.indexOf('/');
  if (at > 0) return `${text.slice(0, at)}/${text.slice(at + 1)}`;
  throw new CommandEnd(EXIT.usage, `${text} names no framework.`, 'Write it as soc2:2017/CC6.1.');
}

function pair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  throw new CommandEnd(EXIT.usage, `${text} is not NAME=VALUE.`, 'For example --set company=Acme.');
}

/** The policy's place and the tag of what stands there now. */
async function read(where: Open, text: string) {
  const params = { org: where.org, policy: policyCode(text) };
  const { etag } = takeWithTag(await where.client['policies.read']({ params }));
  return { params, ifMatch: etag };
}

function openPlaces({ missing }: PolicyAnswer): string {
  return missing.length === 0 ? '' : ` Still to be filled: ${missing.join(', ')}.`;
}

/** The sentence for a person; for programs the policy as it is now. */
function told(where: Open, policy: PolicyAnswer, sentence: string): void {
  say(sentence);
  if (where.format === 'json' || where.format === 'ndjson') printOne(policy, [], where.format);
}
