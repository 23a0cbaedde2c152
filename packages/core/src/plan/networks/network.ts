// The network of an option: which tasks, after what, made from what remains to be done.
import type { AdviceOption, Credential } from '../credential.ts';
import { LEADS_TO } from '../credential.ts';
import type { Groundwork, PlanGround } from '../ground.ts';
import { PACE } from '../leads.ts';
import type { PlanNetwork, PlanTask } from '../network.ts';
import { isoTasks } from './iso.ts';
import { leadTask } from './parts.ts';
import { runsAlready, soc2Preparation, type1Tasks, type2Tasks } from './soc2.ts';
import { workOf } from './work.ts';

export function networkOf(option: AdviceOption, ground: PlanGround): PlanNetwork {
  const wanted = credentialsOf(option, ground);
  const tasks = [...groundwork(ground, wanted), ...shared(ground), ...ways(option, ground, wanted)];
  return {
    start: ground.start,
    tasks: tasks.map((task) => dated(task, ground)),
    capacity: ground.capacity,
    holidays: ground.holidays,
    pace: PACE,
  };
}

/** Credentials that the option brings to this company, in order; what it holds is not got again. */
export function credentialsOf(option: AdviceOption, ground: PlanGround): readonly Credential[] {
  const goesOn = option === 'iso_first' && ground.wantsBoth;
  const all: readonly Credential[] = goesOn ? [...LEADS_TO[option], 'soc2_type2'] : LEADS_TO[option];
  return all.filter((each) => !ground.held.includes(each));
}

function groundwork(ground: PlanGround, wanted: readonly Credential[]): readonly PlanTask[] {
  const todo = (part: Groundwork): boolean => !ground.done.includes(part);
  const iso = wanted.includes('iso27001');
  return [
    ...(todo('scope')
      ? [leadTask(ground, 'scope', { title: 'Set the scope', lane: 'shared', after: [] })]
      : []),
    ...(todo('risk_assessment')
      ? [
          leadTask(ground, 'risk_assessment', {
            title: 'Assess risks',
            lane: 'shared',
            after: done(ground, 'scope'),
          }),
        ]
      : []),
    ...(iso && todo('statement')
      ? [
          leadTask(ground, 'statement', {
            title: 'Decide on controls: treatment plan and statement of applicability',
            lane: 'iso',
            after: done(ground, 'risk_assessment'),
          }),
        ]
      : []),
  ];
}

/** The obvious gaps: what both frameworks ask for is right whatever comes. */
function shared(ground: PlanGround): readonly PlanTask[] {
  return workOf(ground, 'shared', {
    after: done(ground, 'scope'),
    also: ground.done.includes('risk_assessment') ? [] : ['risk_assessment'],
  });
}

function ways(option: AdviceOption, ground: PlanGround, wanted: readonly Credential[]): readonly PlanTask[] {
  const iso = wanted.includes('iso27001');
  const type1 = wanted.includes('soc2_type1');
  const type2 = wanted.includes('soc2_type2');
  const behindIso = option === 'iso_first' && iso;
  const soc2After = behindIso ? ['stage2'] : done(ground, 'scope');
  // A period that follows a Type I report, or the certification audit, begins there.
  const running = type2 && !type1 && !behindIso && runsAlready(ground);
  const opens = running ? [] : type1 ? ['type1_date'] : ['done:shared', 'done:soc2'];
  const isoWork = iso ? workOf(ground, 'iso', { after: done(ground, 'statement') }) : [];
  const both = iso && type2 && !behindIso;
  return [
    ...isoWork,
    ...(iso ? isoTasks(ground, both && !running ? opens : []) : []),
    ...(type1 || type2
      ? [...workOf(ground, 'soc2', { after: soc2After }), ...soc2Preparation(ground, soc2After)]
      : []),
    ...(type1 ? type1Tasks(ground) : []),
    // An internal audit inside the period is an evaluation (CC4.1).
    ...(type2 ? type2Tasks(ground, { opens, running, evaluated: both }) : []),
  ];
}

/** A part of the groundwork to wait for, or what comes before it where it is done. */
function done(ground: PlanGround, part: 'scope' | 'risk_assessment' | 'statement'): readonly string[] {
  if (!ground.done.includes(part)) return [part];
  if (part === 'scope') return [];
  return done(ground, part === 'statement' ? 'risk_assessment' : 'scope');
}

function dated(task: PlanTask, { dates }: PlanGround): PlanTask {
  const set = (kind: 'fixed' | 'not_before' | 'due') =>
    dates.find((each) => each.task === task.id && each.kind === kind)?.date;
  return {
    ...task,
    fixed: set('fixed') ?? task.fixed,
    notBefore: set('not_before') ?? task.notBefore,
    due: set('due') ?? task.due,
  };
}
