// assay sample profile list|set|drop: named sizes with their rule and source.
import { sizeRuleOf, sizeRuleText, type Output, type Routes } from '@assay/contract';
import { ruleSentence } from '@assay/core';
import { InvalidArgumentError, type Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { whole } from '../options.ts';
import { printList, printOne, say, type Format } from '../output.ts';
import { pagesOf } from '../pages.ts';
import { ruleFrom, type RuleOptions } from '../samples/rule.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type Open, type WriteOptions } from './shared.ts';

type Profile = Output<Routes['sample_profiles.put']>;

interface SetOptions extends WriteOptions, RuleOptions {
  readonly title?: string;
  readonly source?: string;
  readonly like?: string;
}

export function addSampleProfiles(sample: Command): void {
  const profile = sample.command('profile').description('Named sizes of samples, with rule and source');
  common(profile.command('list').description('Those that come along, then your own')).action(list);
  writing(
    profile
      .command('set <name>')
      .description('Make a profile or edit one; what is left out stays, and draws keep what they took'),
  )
    .option('--title <text>', 'title; the name by default')
    .option('--source <text>', 'where the numbers come from, so that an auditor can look')
    .option('--like <name>', 'begin with what this profile says')
    .option('--sizes <list>', 'a size for each class of frequency: quarterly=2,daily=25')
    .option('--bands <list>', 'a size for each span of the population: 50=all,100=25,more=60')
    .option('--percent <number>', 'a part of the population, rounded up', decimal)
    .addOption(whole('--least <number>', 'of a part', { min: 0, max: 10_000_000 }))
    .addOption(whole('--most <number>', 'of a part', { min: 0, max: 10_000_000 }))
    .option('--confidence <percent>', 'attribute sampling: confidence', decimal)
    .option('--tolerable <percent>', 'attribute sampling: deviation rate that must not go unseen', decimal)
    .addOption(whole('--expected <number>', 'attribute sampling: deviations expected', { min: 0, max: 100 }))
    .option('--finite', 'attribute sampling without replacement (hypergeometric)')
    .option('--no-finite', 'attribute sampling with replacement (binomial)')
    .action(set);
  writing(
    profile.command('drop <name>').description('Drop a profile; its versions and what was drawn by it stay'),
  ).action(drop);
}

async function list(options: CommonOptions): Promise<void> {
  const where = await open(options);
  printList(
    await profilesOf(where),
    [
      { name: 'name', of: (row) => row.name },
      { name: 'title', of: (row) => row.title },
      { name: 'size', of: (row) => ruleSentence(sizeRuleOf(row.rule)) },
      { name: 'source', of: (row) => row.source },
      { name: 'version', of: (row) => (row.built_in ? 'comes along' : row.revision), right: true },
    ],
    where.format,
  );
}

async function set(name: string, options: SetOptions): Promise<void> {
  const where = await open(options);
  const known = await profilesOf(where);
  const held = known.find((each) => each.name === name);
  const like = options.like ?? name;
  const base = known.find((each) => each.name === like);
  if (!base && options.like !== undefined)
    throw new CommandEnd(EXIT.notFound, `There is no sample profile ${like}.`, 'assay sample profile list');
  // A copy says where it began, unless it says otherwise.
  const source = options.source ?? held?.source ?? base?.source;
  if (source === undefined)
    throw new CommandEnd(EXIT.usage, 'It has no source.', 'Say where the numbers come from: --source TEXT.');
  const rule = ruleFrom(options, base && sizeRuleOf(base.rule));
  const done = await perform(where, options, {
    route: 'sample_profiles.put',
    input: {
      params: { org: where.org, profile: name },
      body: { title: options.title ?? held?.title ?? name, rule: sizeRuleText(rule), source },
      ifMatch: `"${held?.revision ?? 0}"`,
    },
    would: `${name} would be: ${ruleSentence(rule)}.`,
  });
  if (done) show(done, where.format);
}

async function drop(name: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const held = (await profilesOf(where)).find((each) => each.name === name);
  if (!held) throw new CommandEnd(EXIT.notFound, `There is no sample profile ${name}.`);
  await perform(where, options, {
    route: 'sample_profiles.drop',
    input: { params: { org: where.org, profile: name }, ifMatch: `"${held.revision}"` },
    would: `${name} would be dropped; what was drawn by it keeps it.`,
  });
  if (!options.dryRun) say(`${name} is dropped; assay sample profile set ${name} makes it again.`);
}

function show(profile: Profile, format: Format): void {
  printOne(
    profile,
    [
      ['name', profile.name],
      ['title', profile.title],
      ['size', ruleSentence(sizeRuleOf(profile.rule))],
      ['source', profile.source],
      ['version', String(profile.revision)],
    ],
    format,
  );
}

async function profilesOf({ client, org }: Open): Promise<readonly Profile[]> {
  const { data } = await pagesOf(100_000, async (page) =>
    take(await client['sample_profiles.list']({ params: { org }, query: page })),
  );
  return data;
}

function decimal(text: string): number {
  if (/^\d{1,3}(\.\d{1,2})?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a percentage with two decimals at most.');
}
