// A record as people read it, part by part: page, document, command line and difference show the same parts.
import { assertNever } from '../kernel/index.ts';
import type { Context, Parties } from './context.ts';
import type { Feedback } from './feedback.ts';
import type { IsmsRecord } from './record.ts';
import { REVIEW_INPUTS, type ManagementReview } from './review.ts';

/** One part; a text has no header and one cell. */
export interface RecordSection {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The parts of a record in their order; what is empty says so by having no rows. */
export function recordSections(record: IsmsRecord): readonly RecordSection[] {
  switch (record.kind) {
    case 'context':
      return contextSections(record);
    case 'parties':
      return partiesSections(record);
    case 'scope':
      return scopeSections(record);
    case 'roles':
      return [
        table(
          'Roles and authorities',
          ['Role', 'Authority', 'People'],
          record.roles.map(({ role, authority, people }) => [
            words(role),
            authority,
            people.map(heldText).join('; '),
          ]),
        ),
      ];
    case 'communication':
      return [
        table(
          'What is told',
          ['What', 'When', 'With whom', 'How', 'Who tells'],
          record.plan.map((row) => [row.what, row.when, row.with, row.how, row.who]),
        ),
      ];
    case 'objective':
      return objectiveSections(record);
    case 'competence':
      return competenceSections(record);
    case 'change':
      return [
        text('Purpose', record.purpose),
        text('What may follow', record.consequences),
        text('What it takes', record.resources),
        table(
          'Who and when',
          ['Owner', 'Due', 'Done'],
          [[record.owner ?? '', record.due ?? '', record.done ?? '']],
        ),
      ];
    case 'feedback':
      return feedbackSections(record);
    case 'review':
      return reviewSections(record);
    default:
      return assertNever(record);
  }
}

/** What a list calls a record. */
export function recordTitle(record: IsmsRecord): string {
  switch (record.kind) {
    case 'context':
      return 'Context of the organisation';
    case 'parties':
      return 'Interested parties';
    case 'scope':
      return `Scope for ${frameworkName(record.framework)}`;
    case 'roles':
      return 'Roles and authorities';
    case 'communication':
      return 'Communication plan';
    case 'objective':
    case 'change':
      return record.title;
    case 'competence':
      return `${record.person}: ${record.need}`;
    case 'feedback':
      return `Feedback of ${record.party}, ${record.on}`;
    case 'review':
      return `Management review of ${record.on}`;
    default:
      return assertNever(record);
  }
}

/** What an input of a review is called, by its letter and its name. */
export function inputTitle(input: string): string {
  const found = REVIEW_INPUTS.find((each) => each.input === input);
  return found ? `${found.letter}) ${found.title}` : input;
}

function contextSections({ issues, climate }: Context): readonly RecordSection[] {
  return [
    table(
      'Issues',
      ['Side', 'Issue', 'What it means for security'],
      issues.map(({ side, issue, effect }) => [side, issue, effect]),
    ),
    text('Is climate change a relevant issue?', climateText(climate)),
  ];
}

function partiesSections({ parties }: Parties): readonly RecordSection[] {
  return [
    table(
      'Needs of interested parties',
      ['Party', 'Need', 'Addressed', 'How, or why not'],
      parties.flatMap(({ name, needs }) =>
        needs.map(({ need, addressed, how }) => [name, need, yesNo(addressed), how]),
      ),
    ),
  ];
}

function scopeSections(record: Extract<IsmsRecord, { kind: 'scope' }>): readonly RecordSection[] {
  const list = (title: string, items: readonly string[]): RecordSection => ({
    title,
    header: [],
    rows: items.map((item) => [item]),
  });
  return [
    text('Statement', record.statement),
    text('In force from', record.from),
    list('Boundaries', record.boundaries),
    list('Sites', record.sites),
    list('Systems', record.systems),
    table(
      'What evidence calls them',
      ['System', 'Name'],
      (record.names ?? []).map(({ system, name }) => [system, name]),
    ),
    table(
      'Interfaces and dependencies',
      ['With', 'What'],
      record.interfaces.map((row) => [row.with, row.what]),
    ),
    table(
      'Left out',
      ['What', 'Because'],
      record.exclusions.map(({ what, because }) => [what, because]),
    ),
  ];
}

function objectiveSections(record: Extract<IsmsRecord, { kind: 'objective' }>): readonly RecordSection[] {
  const side = record.direction === 'at_least' ? 'at least' : 'at most';
  return [
    text('Measure', record.measure),
    text('Target', `${side} ${record.target} ${record.unit}`.trim()),
    text('Plan', record.plan),
    table(
      'Who and when',
      ['Owner', 'Due', 'Measured every'],
      [[record.owner ?? '', record.due ?? '', `${record.every_days} days`]],
    ),
    table(
      'Measurements',
      ['Day', record.unit === '' ? 'Value' : record.unit, 'By'],
      record.measurements
        .toSorted((a, b) => (a.on < b.on ? 1 : Number(a.on < b.on) - 1))
        .map(({ on, value, by }) => [on, String(value), by]),
    ),
  ];
}

function competenceSections(record: Extract<IsmsRecord, { kind: 'competence' }>): readonly RecordSection[] {
  const { person, need, ground, proof, on, until, effective } = record;
  return [
    table('Whose, and for what', ['Person', 'Work that needs it', 'Ground'], [[person, need, words(ground)]]),
    table('Proof', ['What shows it', 'Day', 'Counts until'], [[proof, on ?? '', until ?? '']]),
    text('Whether it helped', effective ? `${effective.said} (${effective.by})` : ''),
  ];
}

function feedbackSections({
  party,
  on,
  said,
  source,
  answer,
  withdrawn,
}: Feedback): readonly RecordSection[] {
  return [
    table('Who and when', ['Party', 'Day', 'Source'], [[party, on, source]]),
    text('What was said', said),
    text('Answer or action', answer ? `${answer.said} (${answer.by}, ${answer.on})` : ''),
    ...(withdrawn ? [text('Withdrawn', `${withdrawn.because} (${withdrawn.by}, ${withdrawn.on})`)] : []),
  ];
}

function reviewSections(review: ManagementReview): readonly RecordSection[] {
  return [
    table(
      'Attendance',
      ['Name', 'Role', 'Top management'],
      review.attendance.map(({ name, role, top_management }) => [name, role, yesNo(top_management)]),
    ),
    ...REVIEW_INPUTS.map(({ input }) => {
      const said = review.inputs.find((each) => each.input === input);
      return table(
        inputTitle(input),
        ['From', 'What was known'],
        [
          ...(said?.facts ?? []).map(({ source, value }) => [source, value ?? 'not known']),
          ...(said === undefined || said.text.trim() === '' ? [] : [['Considered', said.text]]),
        ],
      );
    }),
    { title: 'Decisions', header: [], rows: review.decisions.map((each) => [each]) },
    table(
      'Actions',
      ['What', 'Owner', 'Due', 'Done'],
      review.actions.map(({ what, owner, due, done }) => [what, owner ?? '', due ?? '', done ?? '']),
    ),
    text('Minutes', review.minutes),
  ];
}

function table(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): RecordSection {
  return { title, header, rows };
}

function text(title: string, said: string): RecordSection {
  return { title, header: [], rows: said.trim() === '' ? [] : [[said]] };
}

function climateText({
  relevant,
  because,
}: {
  readonly relevant: boolean | null;
  readonly because: string;
}): string {
  if (relevant === null) return '';
  return `${relevant ? 'Yes' : 'No'}. ${because}`.trim();
}

function heldText({
  name,
  from,
  until,
}: {
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
}): string {
  return until === null ? `${name} from ${from}` : `${name} from ${from} until ${until}`;
}

/** A known framework as people call it; one of a company's own by its id. */
function frameworkName(id: string): string {
  if (id.startsWith('soc2:')) return 'SOC 2';
  return id.replace(/^iso27001:/, 'ISO/IEC 27001:');
}

function yesNo(said: boolean | null): string {
  if (said === null) return 'not decided';
  return said ? 'yes' : 'no';
}

function words(word: string): string {
  return word.replaceAll('_', ' ');
}
