// The parts of a plan's vectors as core says them.
import { OWNER_ROLES, type OwnerRole } from '../../controls/index.ts';
import type { PlainDate } from '../../kernel/index.ts';
import type { Fields } from '../../kernel/testing/fields.ts';
import type { PlanVersion } from '../baseline/cause.ts';
import { CREDENTIALS, type Credential } from '../credential.ts';
import { GROUNDWORK, groundOf, type PlanGround } from '../ground.ts';
import { schedule } from '../schedule/schedule.ts';
import type { PlanNetwork, PlanTask, TaskWork } from '../network.ts';
import { date } from './networks.ts';

export function networkIn(given: Fields): PlanNetwork {
  return {
    start: date(given.text('start')),
    tasks: given.list('tasks').map(taskIn),
    capacity: capacityIn(given.object('capacity')),
    holidays: given.texts('holidays').map(date),
  };
}

/** One of the two plans of a case about a baseline. */
export function versionIn(given: Fields, key: 'baseline' | 'now'): PlanVersion {
  const of = (field: string): string => (key === 'now' && given.has(`now_${field}`) ? `now_${field}` : field);
  const network: PlanNetwork = {
    start: date(given.text(of('start'))),
    tasks: given.list(key).map(taskIn),
    capacity: capacityIn(given.object(of('capacity'))),
    holidays: given.texts(of('holidays')).map(date),
  };
  const found = schedule(network);
  if (!found.ok) throw new Error(found.error.code);
  return { network, schedule: found.value };
}

export function groundIn(given: Fields): PlanGround {
  const [from, until] = given.texts('period').map(date);
  return groundOf({
    start: date(given.text('start')),
    capacity: capacityIn(given.object('capacity')),
    work: {
      kind: 'grouped',
      groups: given.list('groups').map((group) => ({
        role: group.one('role', OWNER_ROLES),
        serves: group.one('serves', ['shared', 'iso', 'soc2']),
        days: group.number('days'),
      })),
    },
    held: heldIn(given),
    done: GROUNDWORK.filter((part) => given.texts('done').includes(part)),
    evidenceDays: given.number('evidence_days', 0),
    wantsBoth: given.flag('wants_both', false),
    period: from && until ? { from, until } : undefined,
    dates: given.list('dates').map((each) => ({
      task: each.text('task'),
      kind: each.one('kind', ['fixed', 'not_before', 'due']),
      date: date(each.text('date')),
    })),
  });
}

export function heldIn(given: Fields): readonly Credential[] {
  return CREDENTIALS.filter((each) => given.texts('held').includes(each));
}

function capacityIn(given: Fields): Readonly<Partial<Record<OwnerRole, number>>> {
  return Object.fromEntries(
    OWNER_ROLES.filter((role) => given.has(role)).map((role) => [role, given.number(role)]),
  );
}

export function dateIn(given: Fields, key: string): PlainDate | undefined {
  const text = given.maybe(key);
  return text === undefined ? undefined : date(text);
}

function taskIn(given: Fields): PlanTask {
  return {
    id: given.text('id'),
    title: given.text('id'),
    lane: 'shared',
    work: workIn(given),
    after: given.texts('after'),
    fixed: dateIn(given, 'fixed'),
    notBefore: dateIn(given, 'notBefore'),
    due: dateIn(given, 'due'),
    because: 'A vector.',
  };
}

function workIn(given: Fields): TaskWork {
  if (given.has('milestone')) return { kind: 'milestone' };
  const mode = given.number(given.has('effort') ? 'effort' : 'wait');
  const days = { min: given.number('least', mode), mode, max: given.number('most', mode) };
  return given.has('effort')
    ? { kind: 'effort', role: given.one('role', OWNER_ROLES), days }
    : { kind: 'wait', days };
}
