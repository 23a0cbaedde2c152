// assay control list|show|decide|map, posture, crosswalk, overlap, next.
import type { Command } from 'commander';
import { CommandEnd, EXIT } from '../exit.ts';
import { take } from '../connection.ts';
import { out, printList, printOne, say } from '../output.ts';
import { common, listOf, open, type CommonOptions } from './shared.ts';

interface AsOf extends CommonOptions {
  readonly at?: string;
}

export function addControlCommands(program: Command): void {
  const control = program.command('control').description('The control set');
  common(control.command('list').description('All controls with their state in both views'))
    .option('--at <instant>', 'as it was known then')
    .action(async (options: AsOf) => {
      const { client, org, format } = await open(options);
      const { data } = take(await client['controls.list']({ params: { org }, query: atOf(options) }));
      printList(
        data,
        [
          { name: 'id', of: (row) => row.code },
          { name: 'name', of: (row) => row.name },
          { name: 'state', of: (row) => row.state.implementation ?? row.state.state },
          { name: 'iso', of: (row) => row.iso.state },
          { name: 'soc 2', of: (row) => row.soc2.state },
          { name: 'evidence', of: (row) => row.evidence_count, right: true },
        ],
        format,
      );
    });
  common(control.command('show <control>').description('One control'))
    .option('--at <instant>', 'as it was known then')
    .action(async (code: string, options: AsOf) => {
      const { client, org, format } = await open(options);
      const found = take(
        await client['controls.read']({ params: { org, control: code.toUpperCase() }, query: atOf(options) }),
      );
      printOne(
        found,
        [
          ['control', `${found.code} ${found.name}`],
          ['does', found.activity],
          ['state', found.state.implementation ?? found.state.state],
          ['ISO', `${found.iso.state}: ${found.iso.reason}`],
          ['SOC 2', `${found.soc2.state}: ${found.soc2.reason}`],
          ['asked for', found.evidence_wanted.ask],
          ['answers', found.mappings.map((mapping) => `${mapping.to} (${mapping.strength})`).join(', ')],
        ],
        format,
      );
    });
  common(control.command('decide <controls>').description('Adopt, plan or refuse controls: C-07,C-09'))
    .option('--implemented', 'it runs')
    .option('--planned', 'it is planned')
    .option('--not-adopted <because>', 'it is not taken up')
    .option('--undecided', 'take the decision back')
    .action(
      async (
        codes: string,
        options: CommonOptions & {
          readonly implemented?: boolean;
          readonly planned?: boolean;
          readonly notAdopted?: string;
          readonly undecided?: boolean;
        },
      ) => {
        const { client, org } = await open(options);
        const done = take(
          await client['controls.decide_many']({
            params: { org },
            body: { controls: listOf(codes), decision: decisionOf(options) },
          }),
        );
        say(`${done.changed} changed.`);
      },
    );
  common(
    control
      .command('map <control> <requirement>')
      .description('Map a control to a requirement, or review a mapping'),
  )
    .requiredOption('--relation <relation>', 'equal, subset, superset or intersects')
    .requiredOption('--strength <strength>', 'full, partial or supporting')
    .requiredOption('--because <text>', 'why')
    .option('--reviewed', 'you have reviewed it')
    .action(
      async (
        code: string,
        ref: string,
        options: CommonOptions & {
          readonly relation: string;
          readonly strength: string;
          readonly because: string;
          readonly reviewed?: boolean;
        },
      ) => {
        const { client, org } = await open(options);
        const relation = (['equal', 'subset', 'superset', 'intersects'] as const).find(
          (each) => each === options.relation,
        );
        const strength = (['full', 'partial', 'supporting'] as const).find(
          (each) => each === options.strength,
        );
        const cut = ref.indexOf('/');
        if (!relation || !strength || cut < 1)
          throw new CommandEnd(EXIT.usage, 'Relation, strength or requirement is not one that exists.');
        take(
          await client['mappings.put']({
            params: { org, control: code.toUpperCase() },
            body: {
              to: `${ref.slice(0, cut)}/${ref.slice(cut + 1)}`,
              relation,
              strength,
              rationale: options.because,
              reviewed: options.reviewed === true,
            },
          }),
        );
        say(`${code.toUpperCase()} answers ${ref}.`);
      },
    );
  addViews(program);
}

function addViews(program: Command): void {
  common(program.command('posture').description('Decided, in place, proved, for every framework in use'))
    .option('--at <instant>', 'as it was known then')
    .option('--framework <id>', 'one framework')
    .action(async (options: AsOf & { readonly framework?: string }) => {
      const { client, org, format } = await open(options);
      const { data, at } = take(
        await client['posture.read']({
          params: { org },
          query: { ...atOf(options), framework: options.framework },
        }),
      );
      if (format === 'json') return out(`${JSON.stringify({ at, data }, null, 2)}\n`);
      printList(
        data,
        [
          { name: 'framework', of: (row) => row.title },
          { name: 'decided', of: (row) => fraction(row.decided), right: true },
          { name: 'in place', of: (row) => fraction(row.in_place), right: true },
          { name: 'proved', of: (row) => fraction(row.proved), right: true },
        ],
        format,
      );
      for (const each of data) say(each.sentence);
      return undefined;
    });
  common(program.command('crosswalk').description('Criterion to Annex A, computed through shared controls'))
    .option('--tsc <id>', 'one criterion')
    .option('--iso <id>', 'one ISO requirement')
    .action(async (options: CommonOptions & { readonly tsc?: string; readonly iso?: string }) => {
      const { client, org, format } = await open(options);
      const { data } = take(
        await client['crosswalk.read']({ params: { org }, query: { tsc: options.tsc, iso: options.iso } }),
      );
      const pairs = data.map((pair) => ({
        tsc: idOf(pair.tsc),
        iso: idOf(pair.iso),
        relation: pair.relation,
        strength: pair.strength,
        via: pair.via.map((path) => path.control),
      }));
      printList(
        pairs,
        [
          { name: 'tsc', of: (row) => row.tsc },
          { name: 'iso', of: (row) => row.iso },
          { name: 'relation', of: (row) => row.relation },
          { name: 'strength', of: (row) => row.strength },
          { name: 'via', of: (row) => row.via.join(' ') },
        ],
        format,
      );
    });
  common(
    program
      .command('overlap')
      .description('How much of one framework the other already answers, beside the article’s claim'),
  ).action(async (options: CommonOptions) => {
    const { client, org, format } = await open(options);
    const overlap = take(await client['overlap.read']({ params: { org } }));
    if (format === 'json') return out(`${JSON.stringify(overlap, null, 2)}\n`);
    const kinds = ['requirements', 'controls', 'evidence', 'effort'] as const;
    printList(
      kinds.map((kind) => ({
        kind,
        iso: fraction(overlap.iso_by_soc2[kind]),
        isoStrict: fraction(overlap.strict.iso_by_soc2[kind]),
        soc2: fraction(overlap.soc2_by_iso[kind]),
        soc2Strict: fraction(overlap.strict.soc2_by_iso[kind]),
      })),
      [
        { name: 'counted by', of: (row) => row.kind },
        { name: 'of ISO, answered by SOC 2 work', of: (row) => row.iso, right: true },
        { name: 'strictly', of: (row) => row.isoStrict, right: true },
        { name: 'of SOC 2, answered by ISO work', of: (row) => row.soc2, right: true },
        { name: 'strictly', of: (row) => row.soc2Strict, right: true },
      ],
      format,
    );
    say(`Counted: ${overlap.rules.generous}`);
    say(`Strictly: ${overlap.rules.strict}`);
    say(`The article claims ${overlap.claim.low * 100} to ${overlap.claim.high * 100} percent.`);
    return undefined;
  });
  common(program.command('next').description('What would move both frameworks most'))
    .option('--limit <number>', 'how many', '10')
    .action(async (options: CommonOptions & { readonly limit: string }) => {
      const { client, org, format } = await open(options);
      const { data } = take(
        await client['next_steps.list']({ params: { org }, query: { limit: options.limit } }),
      );
      printList(
        data,
        [
          { name: 'on', of: (row) => row.target },
          { name: 'do', of: (row) => row.title },
          { name: 'iso', of: (row) => row.moves.iso.length, right: true },
          { name: 'soc 2', of: (row) => row.moves.soc2.length, right: true },
          { name: 'days', of: (row) => row.effort_days, right: true },
          { name: 'why', of: (row) => row.reason },
        ],
        format,
      );
    });
}

function decisionOf(options: {
  readonly implemented?: boolean;
  readonly planned?: boolean;
  readonly notAdopted?: string;
  readonly undecided?: boolean;
}) {
  if (options.undecided) return { state: 'undecided' as const };
  if (options.notAdopted !== undefined) return { state: 'not_adopted' as const, because: options.notAdopted };
  if (options.implemented || options.planned)
    return {
      state: 'adopted' as const,
      implementation: options.implemented ? ('implemented' as const) : ('planned' as const),
    };
  throw new CommandEnd(EXIT.usage, 'Say --implemented, --planned, --not-adopted BECAUSE or --undecided.');
}

function atOf(options: AsOf): { readonly at?: string } {
  return options.at === undefined ? {} : { at: options.at };
}

function fraction(of: { readonly numerator: number; readonly denominator: number }): string {
  return `${of.numerator} / ${of.denominator}`;
}

function idOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
