// Plan > Schedule: when is each thing done, what decides the date, and when can a deal be signed on?
import { addressOf } from '@assay/contract';
import { ADVICE_OPTIONS } from '@assay/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useChange } from '../../data/api.ts';
import { May } from '../../data/may.tsx';
import { OPTION_TITLES } from '../../ui/options.ts';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { PlanTabs } from '../../ui/PlanTabs.tsx';
import { SaveDrawing } from '../../ui/SaveDrawing.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import { Conflicts, Hangs } from './Conflicts.tsx';
import { DealTable } from './DealTable.tsx';
import { Difference } from './Difference.tsx';
import { Gantt, type Move } from './Gantt.tsx';
import { decisive } from './gantt.layout.ts';
import { Loads } from './Loads.tsx';
import { usePlan, type Plan } from './plan.ts';
import { isNothingChosen, Looking, NothingChosen } from './NothingChosen.tsx';
import { OneAxis } from './OneAxis.tsx';
import type { ScheduleSearch } from './search.ts';
import { isThePlan, saidOf, withDay, type SettingsDraft } from './settings.ts';
import { settingsChange } from './settingsChange.ts';
import { SettingsForm } from './SettingsForm.tsx';
import { TaskPanel } from './TaskPanel.tsx';
import { TaskTable } from './TaskTable.tsx';
import './plan.css';

export function SchedulePage() {
  const { org } = useParams({ from: '/o/$org/plan/schedule' });
  const { way } = useSearch({ from: '/o/$org/plan/schedule' });
  const plan = usePlan(
    org,
    ADVICE_OPTIONS.find((option) => option === way),
  );
  if (isNothingChosen(plan.error)) return <NothingChosen org={org} />;
  return <Loaded of={plan}>{(found) => <Scheduled org={org} plan={found} />}</Loaded>;
}

interface Planned {
  readonly org: string;
  readonly plan: Plan;
}

function Scheduled({ org, plan }: Planned) {
  const search = useSearch({ from: '/o/$org/plan/schedule' });
  const navigate = useNavigate({ from: '/o/$org/plan/schedule' });
  const go: Go = (next) => void navigate({ search: next, replace: true, resetScroll: false });
  const change = useChange(org);
  // What is only looked at is neither moved nor approved: both would be done to the plan, which is another.
  const say = isThePlan(plan)
    ? (next: SettingsDraft, done: string): void => change.mutate(settingsChange(org, plan, { next, done }))
    : undefined;
  return (
    <div className="page">
      <Head org={org} plan={plan} search={search} go={go} />
      <PlanTabs org={org} />
      {say ? null : <Looking plan={plan} />}
      <Conflicts plan={plan} pick={(id) => go({ ...search, edit: undefined, task: id })} />
      <Beside org={org} plan={plan} search={search} go={go} say={say} />
      <Hangs plan={plan} />
      <DealTable deals={plan.promises} />
      <OneAxis
        plan={plan}
        table={search.axis === 'table'}
        turn={() => go({ ...search, axis: search.axis === 'table' ? undefined : 'table' })}
      />
      {say ? <Difference org={org} difference={plan.difference} /> : null}
      <Loads plan={plan} />
    </div>
  );
}

type Go = (next: ScheduleSearch) => void;
type Say = ((next: SettingsDraft, done: string) => void) | undefined;

interface Parts extends Planned {
  readonly search: ScheduleSearch;
  readonly go: Go;
}

/** What can be done with the plan; with a way that is looked at only that it becomes the plan, or is left. */
function Head({ org, plan, search, go }: Parts) {
  const [approving, setApproving] = useState(false);
  const change = useChange(org);
  const toPlan = (): void => go({ ...search, way: undefined, task: undefined });
  if (isThePlan(plan))
    return (
      <PageHead title="Schedule" name="Schedule" sentence={plan.sentence}>
        <button
          type="button"
          className="button"
          onClick={() => go({ ...search, task: undefined, edit: 'settings' })}
        >
          Way, start, capacity
        </button>
        <May org={org} needs="plan.approve">
          <button type="button" className="button primary" onClick={() => setApproving(true)}>
            Approve this plan
          </button>
        </May>
        {approving ? <ApproveDialog org={org} plan={plan} close={() => setApproving(false)} /> : null}
      </PageHead>
    );
  const next = { ...saidOf(plan.settings), option: plan.option };
  return (
    <PageHead title="Schedule" name="Schedule" sentence={plan.sentence}>
      <button type="button" className="button" onClick={toPlan}>
        Back to the plan
      </button>
      <May org={org} needs="plan.change">
        <button
          type="button"
          className="button primary"
          disabled={change.isPending}
          onClick={() =>
            change.mutate(
              settingsChange(org, plan, { next, done: `The plan takes ${OPTION_TITLES[plan.option]}.` }),
              { onSuccess: toPlan },
            )
          }
        >
          Choose this way
        </button>
      </May>
    </PageHead>
  );
}

/** The tasks, and beside them the one that is picked, or what the plan is made with. */
function Beside({ org, plan, search, go, say }: Parts & { readonly say: Say }) {
  const task = plan.tasks.find(({ id }) => id === search.task);
  const settings = say !== undefined && search.edit === 'settings';
  return (
    <div className={task || settings ? 'with-drawer' : undefined}>
      <Tasks
        org={org}
        plan={plan}
        search={search}
        go={go}
        move={
          say &&
          (({ id, title }, on) =>
            say(
              withDay(saidOf(plan.settings), id, { kind: 'not_before', on }),
              `${title} is not before ${on}.`,
            ))
        }
      />
      {settings ? (
        <SettingsForm org={org} plan={plan} close={() => go({ ...search, edit: undefined })} />
      ) : task ? (
        <TaskPanel
          key={`${task.id} ${task.start}`}
          plan={plan}
          task={task}
          pick={(id) => go({ ...search, task: id })}
          say={say}
        />
      ) : null}
    </div>
  );
}

interface TasksProps extends Parts {
  /** Undefined where what is shown cannot be moved. */
  readonly move: Move | undefined;
}

function Tasks({ org, plan, search, go, move }: TasksProps) {
  const box = useRef<HTMLDivElement>(null);
  const all = search.show === 'all';
  const table = search.as === 'table';
  const decisiveOnes = plan.tasks.filter((task) => decisive(task) || task.id === search.task);
  const shown = all ? plan.tasks : decisiveOnes;
  const pick = (id: string | undefined): void => go({ ...search, edit: undefined, task: id });
  return (
    <section className="section" aria-label="Tasks" ref={box}>
      <div className="toolbar">
        <button
          type="button"
          className="button quiet"
          aria-pressed={all}
          onClick={() => go({ ...search, show: all ? undefined : 'all' })}
        >
          {all
            ? `Only the ${decisiveOnes.length} that decide a date`
            : `All ${plan.tasks.length} tasks, ${plan.tasks.length - decisiveOnes.length} with time to spare`}
        </button>
        <span className="plan-views">
          <button
            type="button"
            className="button quiet"
            onClick={() => go({ ...search, as: table ? undefined : 'table' })}
          >
            {table ? 'As picture' : 'As table'}
          </button>
          <SaveDrawing of={box} file="plan" title="Schedule" sentence={plan.sentence} drawn={!table}>
            {move ? <Files org={org} /> : null}
          </SaveDrawing>
        </span>
      </div>
      {table ? (
        <TaskTable tasks={shown} picked={search.task} pick={pick} />
      ) : (
        <Gantt plan={plan} shown={shown} picked={search.task} pick={pick} move={move} />
      )}
    </section>
  );
}

/** The plan as files. */
function Files({ org }: { readonly org: string }) {
  return (
    <>
      <a className="act" href={addressOf('plan.export', { params: { org }, query: { as: 'csv' } })} download>
        CSV of the tasks
      </a>
      <a className="act" href={addressOf('plan.export', { params: { org }, query: { as: 'ics' } })} download>
        Calendar of the milestones
      </a>
    </>
  );
}
