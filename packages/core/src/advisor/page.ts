// How the advice is made, as a page: written from the tables that it is made with.
import { OWNER_ROLES, roleWords } from '../controls/index.ts';
import { pageSection } from '../documents/index.ts';
import { ADVICE_ASSUMPTIONS } from './assumptions.ts';
import { PLAUSIBLE } from './confidence.ts';
import { CRITERIA } from './criteria.ts';
import { DEFAULTS, FROM_NOTHING } from './defaults.ts';
import { SITUATION_FIELDS } from './describe.ts';
import { RULES } from './rules.ts';
import type { SituationField } from './situation.ts';
import { FIELD_WORDS, OPTION_WORDS, sentence } from './words.ts';

export function advicePage(): string {
  return `${[INTRODUCTION, rules(), criteria(), defaults(), assumptions(), FLIPS].join('\n\n')}\n`;
}

const INTRODUCTION = `# How the advice is made

Five ways are compared: ${Object.values(OPTION_WORDS).join('; ')}. No model
guesses anything: the same answers give the same advice, to the byte, with or without a network.

1. **Facts.** For each way the plan is simulated from the work that remains, your capacity and the lead times of auditors
   ([how dates are made](plan.md)); the cost from [its figures](advice-figures.md). Both give ranges: what one, five and nine of ten courses stay below.
2. **Limits.** A clause that is missed, a budget, a runway, what is held already and one rule shut ways out.
3. **Points.** What is left is compared by the criteria below: points = weight × value ÷ scale. The sum orders the ways.
   Where no way keeps every limit, the one that breaks the fewest comes first and says by how much.
4. **Why.** Each reason names the answers that it rests on and whether they were entered, counted or assumed; the runner-up is
   heard with all that speaks for it.

The cases in vectors/advisor hold the sums; [five worked companies](advice-companies.md) show whole answers.`;

function rules(): string {
  return pageSection(
    'Rules',
    ['Rule', 'What it does', 'Rests on', 'Source'],
    RULES.map(({ rule, acts, inputs, source }) => [
      rule,
      acts,
      inputs.map((field) => FIELD_WORDS[field]).join(', '),
      source,
    ]),
  );
}

function criteria(): string {
  return pageSection(
    'Criteria',
    ['Criterion', 'Unit', 'Value', 'Scale', 'Weight', 'Source'],
    CRITERIA.map((each) => [
      each.title,
      each.unit,
      each.formula,
      each.scale,
      String(each.weight),
      each.source,
    ]),
  );
}

function defaults(): string {
  const rows = SITUATION_FIELDS.map((field) => [
    sentence(FIELD_WORDS[field]),
    defaultWords(field),
    DEFAULTS[field].why,
    PLAUSIBLE[field].words,
  ]);
  return `${pageSection('What stands where nobody said', ['Answer', 'Default', 'Why', 'Tried for the confidence'], rows)}

The confidence tries the last column for every answer that nobody gave: what opens most other advice is the question to answer first.`;
}

function defaultWords(field: SituationField): string {
  const { value } = DEFAULTS[field];
  if (field === 'existing') {
    const days = FROM_NOTHING.reduce((sum, each) => sum + each.days, 0);
    return `nothing: ${days} person-days of first effort remain`;
  }
  if (field === 'capacity') {
    const given = OWNER_ROLES.flatMap((role) => {
      const days = DEFAULTS.capacity.value[role];
      return days === undefined ? [] : [`${roleWords(role)} ${days}`];
    });
    return `person-days a month: ${given.join(', ')}`;
  }
  if (value === undefined) return 'not said';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return Object.values(value).map(String).join(', ') || 'none';
  return String(value).replaceAll('_', ' ');
}

function assumptions(): string {
  return pageSection(
    'Assumptions',
    ['What', 'Value', 'Why'],
    ADVICE_ASSUMPTIONS.map(({ title, value, why }) => [title, value, why]),
  );
}

const FLIPS = `## What would change it

Each answer is moved in steps: a share by one percent with the others scaled, a request by one, a day by one, an amount by a twentieth,
evidence by ten days, work and capacity by a tenth, people by a tenth, a runway by a month, yes to no. At 1, 2, 4, … steps the whole decision is
made again (where that needs another simulation, half way and at the end); between the last step that left the advice and the first
that changed it the middle is tried until the two are neighbours. So the step that is told changes the advice, and one step
less does not.`;
