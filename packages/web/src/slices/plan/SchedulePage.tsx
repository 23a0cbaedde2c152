// Plan > Schedule: when is each thing done, what decides the date, and when can a deal be signed on?
import { addressOf } from '@assay/contract';
import { ADVICE_OPTIONS } from '@assay/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useChange } from '../../data/api.ts';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { PlanTabs } from '../../ui/PlanTabs.tsx';
import { SaveDrawing } from '../../ui/SaveDrawing.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import { Conflicts, Hangs } from './Conflicts.tsx';
import { DealTable } from './DealTable.tsx';
import { Difference } from './Difference.tsx';
import { Gantt } from './Gantt.tsx';
import { decisive } from './gantt.layout.ts';
import { Loads } from './Loads.tsx';
import { settingsChange, usePlan, withMove, type Plan, type SettingsDraft } from './plan.ts';
import { isNothingChosen, Looking, NothingChosen } from './NothingChosen.tsx';
import { OneAxis } from './OneAxis.tsx';
import type { ScheduleSearch } from './search.ts';
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

export interface Planned {
  readonly org: string;
  readonly plan: Plan;
}

function Scheduled({ org, plan }: Planned) {
  const search = useSearch({ from: '/o/$org/plan/schedule' });
  const navigate = useNavigate({ from: '/o/$org/plan/schedule' });
  const go = (next: ScheduleSearch): void =>
    void navigate({ search: next, replace: true, resetScroll: false });
  const change = useChange(org);
  const [approving, setApproving] = useState(false);
  const say = (next: SettingsDraft, done: string): void =>
    change.mutate(settingsChange(org, plan, { next, done }));
  const task = plan.tasks.find(({ id }) => id === search.task);
  const settings = search.edit === 'settings';
  return (
    <div className="page">
      <PageHead title="Schedule" name="Schedule" sentence={plan.sentence}>
        <button
          type="button"
          className="button"
          onClick={() => go({ ...search, task: undefined, edit: 'settings' })}
        >
          Way, start, capacity
        </button>
        <button type="button" className="button primary" onClick={() => setApproving(true)}>
          Approve this plan
        </button>
      </PageHead>
      <PlanTabs org={org} />
      <Looking plan={plan} way={search.way} />
      <Conflicts plan={plan} pick={(id) => go({ ...search, edit: undefined, task: id })} />
      <div className={task || settings ? 'with-drawer plan-beside' : undefined}>
        <Tasks
          org={org}
          plan={plan}
          search={search}
          go={go}
          move={(moved, on) => say(withMove(plan, moved.id, on), `${moved.title} is not before ${on}.`)}
        />
        {settings ? (
          <SettingsForm plan={plan} close={() => go({ ...search, edit: undefined })} say={say} />
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
      <Hangs plan={plan} />
      <DealTable deals={plan.promises} />
      <OneAxis plan={plan} />
      <Difference org={org} difference={plan.difference} />
      <Loads plan={plan} />
      {approving ? <ApproveDialog org={org} plan={plan} close={() => setApproving(false)} /> : null}
    </div>
  );
}

interface TasksProps extends Planned {
  readonly search: ScheduleSearch;
  readonly go: (next: ScheduleSearch) => void;
  readonly move: (task: Plan['tasks'][number], on: string) => void;
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
          <SaveDrawing of={box} file="plan" title="Schedule" sentence={plan.sentence}>
            <a
              className="act"
              href={addressOf('plan.export', { params: { org }, query: { as: 'csv' } })}
              download
            >
              CSV of the tasks
            </a>
            <a
              className="act"
              href={addressOf('plan.export', { params: { org }, query: { as: 'ics' } })}
              download
            >
              Calendar of the milestones
            </a>
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
