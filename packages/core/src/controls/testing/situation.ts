// A company's situation as the vectors write it down, short, and as posture takes it.
import type { EvidenceFact, EvidenceTimes, Examination } from '../../evidence/index.ts';
import { CATEGORIES, requirementRef, type Framework, type RequirementRef } from '../../frameworks/index.ts';
import {
  makeId,
  parseInstant,
  parsePlainDate,
  type Instant,
  type Period,
  type PlainDate,
} from '../../kernel/index.ts';
import { countByControl, latestAt, type CheckKey, type KnownObservation } from '../../monitoring/index.ts';
import type { Applicability, Control, ControlState, Mapping } from '../control.ts';
import type { PostureInput } from '../posture.ts';
import type { Fields } from '../../kernel/testing/fields.ts';

/** Writes a situation out in full. */
export function situation(given: Fields): PostureInput {
  const today = date(given.text('today'));
  const controls = given.list('controls').map(control);
  const examinedOn = given.maybe('examinedOn');
  const decisions = given.object('decisions');
  return {
    frameworks: given.list('frameworks').map(framework),
    categories: CATEGORIES.filter((category) => given.texts('categories').includes(category)),
    controls,
    states: new Map(given.list('controls').map((each) => [each.text('code'), state(each)])),
    mappings: given.list('mappings').map(mapping),
    decisions: new Map(decisions.keys().map((key) => [ref(key), decision(decisions.object(key))])),
    facts: given.list('evidence').map(fact),
    checks: checksOn(given, controls, today),
    ...(examinedOn === undefined ? {} : { examined: checksOn(given, controls, date(examinedOn)) }),
    examination: examination(given.object('examination')),
    today,
  };
}

export function date(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed) throw new Error(`no day: ${text}`);
  return parsed;
}

export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(`no instant: ${text}`);
  return parsed;
}

export function ref(text: string): RequirementRef {
  const cut = text.indexOf('/');
  return requirementRef(text.slice(0, cut), text.slice(cut + 1));
}

export function examination(given: Fields): Examination {
  const type = given.one('type', ['none', 'type1', 'type2']);
  if (type === 'none') return { type };
  return type === 'type1' ? { type, on: date(given.text('on')) } : { type, period: period(given) };
}

export function times(given: Fields): EvidenceTimes {
  const performedAt = date(given.text('performedAt'));
  const receivedAt = instant(`${performedAt}T12:00:00Z`);
  return given.has('covers')
    ? { performedAt, receivedAt, covers: period(given.object('covers')) }
    : { performedAt, receivedAt };
}

export function mapping(given: Fields): Mapping {
  return {
    control: given.text('control'),
    to: ref(given.text('to')),
    relation: given.one('relation', ['subset', 'equal', 'superset', 'intersects']),
    strength: given.one('strength', ['full', 'partial', 'supporting']),
    rationale: `${given.text('control')} answers ${given.text('to')}`,
    source: 'vector',
    reviewer: 'unreviewed',
  };
}

export function control(given: Fields): Control {
  return {
    code: given.text('code'),
    domain: 'access',
    name: given.text('code'),
    objective: 'objective',
    activity: 'activity',
    ownerRole: 'security_lead',
    kind: given.one('kind', ['manual', 'automated', 'event', 'policy']),
    frequency: 'quarterly',
    freshnessDays: given.number('freshnessDays', 100),
    effortDays: given.number('effortDays', 2),
    evidence: { ask: 'ask', good: 'good', bad: 'bad' },
  };
}

export function fact(given: Fields): EvidenceFact {
  return {
    evidence: makeId('evidence', 0, new Uint8Array(10)),
    code: given.text('code'),
    control: given.text('control'),
    times: times(given),
    review: given.one('review', ['accepted', 'pending', 'rejected']),
    ...(given.has('freshnessDays') ? { freshnessDays: given.number('freshnessDays') } : {}),
  };
}

export function observation(given: Fields): KnownObservation {
  const observedAt = given.maybe('observedAt');
  return {
    check: checkKey(given.text('check')),
    subject: given.text('subject'),
    status: given.one('status', ['pass', 'fail', 'error', 'unknown', 'not_applicable']),
    observedAt: observedAt === undefined ? undefined : instant(observedAt),
    receivedAt: instant(given.maybe('receivedAt') ?? given.text('observedAt')),
  };
}

function period(given: Fields): Period {
  return { from: date(given.text('from')), until: date(given.text('until')) };
}

function state(given: Fields): ControlState {
  const word = given.one('state', ['implemented', 'planned', 'undecided', 'not_adopted']);
  const since = instant('2025-01-01T00:00:00Z');
  if (word === 'undecided') return { state: word };
  if (word === 'not_adopted') return { state: word, because: 'another control does it', since };
  return { state: 'adopted', implementation: word, since };
}

function decision(given: Fields): Applicability {
  return given.flag('applies', true)
    ? { applies: true, because: given.text('because') }
    : { applies: false, why: given.text('why') };
}

function framework(given: Fields): Framework {
  const id = given.text('id');
  const [name = '', edition = ''] = id.split(':');
  return {
    id,
    name,
    edition,
    title: id,
    view: name === 'iso27001' ? 'iso' : name === 'soc2' ? 'soc2' : 'other',
    amendments: [],
    groups: [{ id: 'all', title: 'All', kind: 'theme' }],
    source: 'vector',
    requirements: given.list('requirements').map((each) => ({
      ref: requirementRef(id, each.text('id')),
      framework: id,
      id: each.text('id'),
      title: each.text('id'),
      kind: each.one('kind', ['control', 'clause', 'criterion']),
      group: 'all',
      leaf: each.flag('leaf', true),
      ...(each.has('category') ? { category: each.one('category', CATEGORIES) } : {}),
    })),
  };
}

function checksOn(given: Fields, controls: readonly Control[], today: PlainDate): PostureInput['checks'] {
  const observations = given.list('observations');
  const spoken = new Map(observations.map((each) => [each.text('check'), each.texts('controls')]));
  const freshness = new Map(controls.map((each) => [each.code, each.freshnessDays]));
  return countByControl(latestAt(observations.map(observation), instant(`${today}T23:59:59.999Z`)), {
    today,
    controlsOf: (check) => spoken.get(check) ?? [],
    freshnessOf: (code) => freshness.get(code) ?? 0,
  });
}

function checkKey(text: string): CheckKey {
  const cut = text.indexOf(':');
  return `${text.slice(0, cut)}:${text.slice(cut + 1)}`;
}
