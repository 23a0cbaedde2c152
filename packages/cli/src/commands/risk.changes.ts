// assay risk add|set|assess|treat|accept|review: what is said of a risk.
import { ASSESSED, OPTIONS, PROPERTIES, REVIEW_OUTCOMES, type Assessed, type PlainDate } from '@assay/core';
import type { Output, Routes } from '@assay/contract';
import { Option, type Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, controls, day, whole } from '../options.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import type { Risk } from './risk.register.ts';
import { open, writing, type Open, type WriteOptions } from './shared.ts';

const STEPS = { min: 1, max: 5 };

export function addRiskChanges(risk: Command): void {
  writing(risk.command('add <title>').description('Write down a risk'))
    .option('--from <id>', 'begin with one of assay risk scenarios; its title may then be “-”')
    .option('--event <text>', 'what could happen')
    .option('--consequence <text>', 'what it would lead to')
    .option('--asset <text>', 'or: what could be harmed')
    .option('--threat <text>', 'by what')
    .option('--vulnerability <text>', 'because of what')
    .addOption(new Option('--stake <properties...>', 'what is at stake').choices(PROPERTIES))
    .option('--category <text>', 'under which it is listed')
    .option('--owner <name>', 'who answers for it')
    .action(add);
  writing(risk.command('set <risk>').description('Reword a risk, hand it over, or close it'))
    .option('--title <text>')
    .option('--category <text>')
    .option('--owner <name>', 'who answers for it')
    .option('--close <reason>', 'why it is no risk any more')
    .action(set);
  writing(risk.command('assess <risk>').description('Assess it; the level is looked up'))
    .addOption(
      choice('--of <kind>', 'without controls, as it is, or as it is to be', ASSESSED).makeOptionMandatory(),
    )
    .addOption(whole('--likelihood <step>', 'step of the scale', STEPS).makeOptionMandatory())
    .addOption(whole('--impact <step>', 'step of the scale', STEPS).makeOptionMandatory())
    .requiredOption('--because <text>', 'the justification')
    .addOption(day('--on <day>', 'today by default'))
    .action(assess);
  writing(risk.command('treat <risk>').description('Choose how it is treated'))
    .addOption(choice('--option <option>', 'modify, retain, avoid or share', OPTIONS).makeOptionMandatory())
    .addOption(controls('--controls <ids>', 'controls that change it'))
    .option('--plan <text>', 'what is to be done')
    .option('--owner <name>', 'who does it')
    .addOption(day('--due <day>', 'until when'))
    .action(treat);
  writing(risk.command('accept <risk>').description('Take what remains, for twelve months at most'))
    .requiredOption('--by <name>', 'who takes it')
    .requiredOption('--role <role>', 'in which role; the method says which may')
    .requiredOption('--reason <text>')
    .option('--conditions <text>')
    .addOption(day('--until <day>', 'first day on which it no longer holds').makeOptionMandatory())
    .action(accept);
  writing(risk.command('review <risk>').description('Record that it was looked at'))
    .addOption(choice('--outcome <outcome>', 'what came of it', REVIEW_OUTCOMES).makeOptionMandatory())
    .option('--note <text>')
    .addOption(day('--next <day>', 'when it is to be looked at again').makeOptionMandatory())
    .action(review);
}

interface AddOptions extends WriteOptions {
  readonly from?: string;
  readonly event?: string;
  readonly consequence?: string;
  readonly asset?: string;
  readonly threat?: string;
  readonly vulnerability?: string;
  readonly stake?: (typeof PROPERTIES)[number][];
  readonly category?: string;
  readonly owner?: string;
}

async function add(title: string, options: AddOptions): Promise<void> {
  const where = await open(options);
  const begun = options.from === undefined ? undefined : await suggestion(where, options.from);
  const named = title === '-' && begun ? begun.title : title;
  tell(
    where,
    await perform(where, options, {
      route: 'risks.add',
      input: {
        params: { org: where.org },
        body: {
          title: named,
          scenario: scenarioIn(options, begun),
          properties: options.stake ?? begun?.properties ?? [],
          category: options.category ?? begun?.category,
          owner: options.owner,
        },
      },
      would: `${named} would be written down.`,
    }),
  );
}

type Suggestion = Output<Routes['risk_scenarios.list']>['data'][number];

async function suggestion({ client, org }: Open, id: string): Promise<Suggestion> {
  const { data } = take(await client['risk_scenarios.list']({ params: { org } }));
  const found = data.find((each) => each.id === id);
  if (found) return found;
  throw new CommandEnd(EXIT.notFound, `There is no scenario ${id}.`, 'assay risk scenarios lists them.');
}

function scenarioIn(options: AddOptions, begun: Suggestion | undefined) {
  const { event, consequence, asset, threat, vulnerability } = options;
  return asset === undefined
    ? {
        view: 'event' as const,
        event: event ?? begun?.event ?? '',
        consequence: consequence ?? begun?.consequence ?? '',
      }
    : { view: 'asset' as const, asset, threat: threat ?? '', vulnerability: vulnerability ?? '' };
}

async function set(
  code: string,
  options: WriteOptions & {
    readonly title?: string;
    readonly category?: string;
    readonly owner?: string;
    readonly close?: string;
  },
): Promise<void> {
  const where = await open(options);
  const params = { org: where.org, risk: code };
  const held = take(await where.client['risks.read']({ params }));
  const { title, category, owner, close } = options;
  tell(
    where,
    await perform(where, options, {
      route: 'risks.change',
      input: { params, ifMatch: `"${held.revision}"`, body: { title, category, owner, closed: close } },
      would: `${held.code} would change.`,
    }),
  );
}

interface AssessOptions extends WriteOptions {
  readonly of: Assessed;
  readonly likelihood: number;
  readonly impact: number;
  readonly because: string;
  readonly on?: PlainDate;
}

async function assess(code: string, options: AssessOptions): Promise<void> {
  const where = await open(options);
  const { of, likelihood, impact, because: justification, on } = options;
  tell(
    where,
    await perform(where, options, {
      route: 'risks.assess',
      input: { params: { org: where.org, risk: code }, body: { of, likelihood, impact, justification, on } },
      would: `${code} would be assessed.`,
    }),
  );
}

interface TreatOptions extends WriteOptions {
  readonly option: (typeof OPTIONS)[number];
  readonly controls?: string[];
  readonly plan?: string;
  readonly owner?: string;
  readonly due?: PlainDate;
}

async function treat(code: string, options: TreatOptions): Promise<void> {
  const where = await open(options);
  const { option, controls: codes, plan, owner, due } = options;
  tell(
    where,
    await perform(where, options, {
      route: 'risks.treat',
      input: { params: { org: where.org, risk: code }, body: { option, controls: codes, plan, owner, due } },
      would: `The treatment of ${code} would be to ${option} it.`,
    }),
  );
}

interface AcceptOptions extends WriteOptions {
  readonly by: string;
  readonly role: string;
  readonly reason: string;
  readonly conditions?: string;
  readonly until: PlainDate;
}

async function accept(code: string, options: AcceptOptions): Promise<void> {
  const where = await open(options);
  const { by, role, reason, conditions, until } = options;
  tell(
    where,
    await perform(where, options, {
      route: 'risks.accept',
      input: { params: { org: where.org, risk: code }, body: { by, role, reason, conditions, until } },
      would: `${by} would accept ${code} until ${until}.`,
    }),
  );
}

interface ReviewOptions extends WriteOptions {
  readonly outcome: (typeof REVIEW_OUTCOMES)[number];
  readonly note?: string;
  readonly next: PlainDate;
}

async function review(code: string, options: ReviewOptions): Promise<void> {
  const where = await open(options);
  const { outcome, note, next } = options;
  tell(
    where,
    await perform(where, options, {
      route: 'risks.review',
      input: { params: { org: where.org, risk: code }, body: { outcome, note, next } },
      would: `A review of ${code} would be recorded.`,
    }),
  );
}

function tell(where: Open, risk: Risk | undefined): void {
  if (!risk) return;
  if (where.format === 'json' || where.format === 'ndjson') return printOne(risk, [], where.format);
  say(`${risk.code} ${risk.title}: ${risk.sentence}`);
  return undefined;
}
