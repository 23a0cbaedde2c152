// Policies of Harbourline: written from templates, edited, approved, in force, confirmed by most; one forgotten, one
// waiting, one never touched, one a file of the landlord's.
import { must, type Act, type Place } from './act.ts';
import { at } from './calendar.ts';
import type { Delivery } from './paperActs.ts';
import { pdfOf } from './papers/pdf.ts';
import { OWNERS, PEOPLE } from './people.ts';
import {
  DEMO_BARE,
  DEMO_DRAFT,
  DEMO_FILE,
  DEMO_POLICIES,
  type DemoPolicy,
  type Rewritten,
} from './policyTexts.ts';
import type { Tx } from '../platform/postgres/database.ts';
import { acknowledgePolicy, approvePolicy, publishPolicy } from '../slices/policies/decisions.usecases.ts';
import type { Policy } from '../slices/policies/policies.module.ts';
import { changePolicy, createPolicy, tagOf, type Work } from '../slices/policies/policies.usecases.ts';

/** Days after which everybody who would confirm had done so. */
const CONFIRMED_AFTER = 6;

/** Bytes that policies bring. */
export function policyDeliveries(on: Place['on']): readonly Delivery[] {
  return [
    {
      filename: DEMO_FILE.filename,
      bytes: pdfOf(DEMO_FILE.lines),
      at: at(on.ago(DEMO_FILE.published + 4), '09:00'),
    },
  ];
}

export function policyActs(place: Place): readonly Act[] {
  return [
    ...DEMO_POLICIES.flatMap((each) => policyStory(place, each)),
    ...draft(place),
    ...bare(place),
    ...file(place),
  ];
}

/** Acts on one policy, each on what the one before left. */
class Story {
  readonly acts: Act[] = [];
  readonly #place: Place;
  #held: Policy | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  on(
    when: { readonly ago: number; readonly time: string; readonly by: string },
    run: (
      work: Work,
      held: { readonly code: string; readonly ifMatch: string; readonly text: string },
    ) => Promise<Policy>,
  ): void {
    const now = at(this.#place.on.ago(when.ago), when.time);
    this.acts.push({
      at: now,
      inside: async (tx: Tx) => {
        const place = this.#place;
        const work: Work = { tx, scope: place.as(when.by), now, catalogue: place.deps.catalogue };
        const held = this.#held;
        this.#held = await run(work, {
          code: held?.code ?? '',
          ifMatch: held ? tagOf(held.newest) : '',
          text: held?.newest.text ?? '',
        });
      },
    });
  }

  /** The founder approves, the people lead publishes, and some days later records who has confirmed. */
  inForce(published: number, people: readonly string[], confirmed: readonly string[]): void {
    const by = OWNERS.founder;
    this.on({ ago: published + 1, time: '16:00', by }, async (work, { code, ifMatch }) =>
      must(await approvePolicy(work, code, { ifMatch, by, role: 'founder' })),
    );
    const lead = OWNERS.people_lead;
    this.on({ ago: published, time: '09:00', by: lead }, async (work, { code, ifMatch }) =>
      must(await publishPolicy(work, code, { ifMatch, people })),
    );
    const proof = `reading list of the people system, closed on ${this.#place.on.ago(published - CONFIRMED_AFTER)}`;
    this.on({ ago: published - CONFIRMED_AFTER, time: '17:30', by: lead }, async (work, { code }) =>
      must(await acknowledgePolicy(work, code, { people: confirmed, proof })),
    );
  }
}

function policyStory(place: Place, given: DemoPolicy): readonly Act[] {
  const { template: code, published, second } = given;
  const template = templateOf(place, code);
  const owner = OWNERS[template.owner];
  const people = peopleOf(given.teams);
  const confirmed = people.filter((name) => !(given.missing ?? []).includes(name));
  const story = new Story(place);
  story.on({ ago: published + 12, time: '10:00', by: owner }, async (work) =>
    must(
      await createPolicy(work, {
        template: code,
        ...(given.reviewMonths === undefined ? {} : { review_months: given.reviewMonths }),
      }),
    ),
  );
  story.on({ ago: published + 5, time: '11:00', by: owner }, async (work, { ifMatch, text }) =>
    must(
      await changePolicy(work, code, {
        ifMatch,
        to: {
          text: rewritten(text, given.first),
          variables: { ...examplesOf(template.variables), ...given.values },
        },
      }),
    ),
  );
  // Of the version that was replaced everybody had confirmed.
  story.inForce(published, people, second ? people : confirmed);
  if (second) {
    story.on({ ago: second.published + 6, time: '14:00', by: owner }, async (work, { ifMatch, text }) =>
      must(await changePolicy(work, code, { ifMatch, to: { text: rewritten(text, second.rules) } })),
    );
    story.inForce(second.published, people, confirmed);
  }
  return story.acts;
}

function draft(place: Place): readonly Act[] {
  const { template: code, begun, rules } = DEMO_DRAFT;
  const template = templateOf(place, code);
  const by = OWNERS[template.owner];
  const story = new Story(place);
  story.on({ ago: begun, time: '10:30', by }, async (work) =>
    must(await createPolicy(work, { template: code, variables: examplesOf(template.variables) })),
  );
  story.on({ ago: begun - 2, time: '15:00', by }, async (work, { ifMatch, text }) =>
    must(await changePolicy(work, code, { ifMatch, to: { text: rewritten(text, rules) } })),
  );
  return story.acts;
}

function bare(place: Place): readonly Act[] {
  const { template, begun } = DEMO_BARE;
  const story = new Story(place);
  const by = OWNERS.security_lead;
  story.on({ ago: begun, time: '10:40', by }, async (work) => must(await createPolicy(work, { template })));
  return story.acts;
}

function file(place: Place): readonly Act[] {
  const { filename, title, published, missing, lines } = DEMO_FILE;
  const story = new Story(place);
  story.on({ ago: published + 3, time: '09:30', by: OWNERS.people_lead }, async (work) =>
    must(
      await createPolicy(work, {
        title,
        owner: 'people_lead',
        answers: ['iso27001:2022/A.7.1', 'iso27001:2022/A.7.2', 'iso27001:2022/A.7.7', 'soc2:2017/CC6.4'],
        brought: {
          text: '',
          file: {
            sha256: place.stored(filename),
            filename,
            size: pdfOf(lines).length,
            media_type: 'application/pdf',
          },
        },
      }),
    ),
  );
  const people = peopleOf(['office']);
  story.inForce(
    published,
    people,
    people.filter((name) => name !== missing),
  );
  return story.acts;
}

function templateOf({ deps }: Place, code: string) {
  const found = deps.catalogue.policies.find((each) => each.code === code);
  if (!found) throw new Error(`demo: there is no template ${code}`);
  return found;
}

/** The examples of templates are those of this company. */
function examplesOf(
  variables: readonly { readonly name: string; readonly example: string }[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(variables.map(({ name, example }) => [name, example]));
}

function rewritten(text: string, rules: Rewritten): string {
  return Object.entries(rules).reduce((so, [number, rule]) => {
    const line = new RegExp(`^${number}\\. .*$`, 'm');
    if (!line.test(so)) throw new Error(`demo: there is no rule ${number}`);
    return so.replace(line, () => `${number}. ${rule}`);
  }, text);
}

function peopleOf(teams: DemoPolicy['teams']): readonly string[] {
  return PEOPLE.filter(({ team }) => teams === 'all' || teams.includes(team)).map(({ name }) => name);
}
