// The picture's twin: every task with its dates.
import { StatusMark } from '../../ui/marks.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { countText, said } from '../../ui/words.ts';
import { LANE_NAMES, type PlanTask } from './plan.ts';

interface Props {
  readonly tasks: readonly PlanTask[];
  readonly picked: string | undefined;
  readonly pick: (task: string | undefined) => void;
}

export function TaskTable({ tasks, picked, pick }: Props) {
  return (
    <DataTable
      rows={tasks}
      columns={columnsOf(picked, pick)}
      keyOf={({ id }) => id}
      groupOf={({ lane }) => LANE_NAMES[lane]}
      caption="Tasks of the plan with their dates"
      file="plan-tasks"
      empty={<p className="muted">Nothing is left to do.</p>}
    />
  );
}

function columnsOf(picked: string | undefined, pick: Props['pick']): readonly Column<PlanTask>[] {
  return [
    {
      name: 'Task',
      grow: true,
      value: ({ title }) => title,
      show: ({ id, title }) => (
        <button type="button" className="plain" aria-pressed={id === picked} onClick={() => pick(id)}>
          {title}
        </button>
      ),
    },
    {
      name: 'Who',
      value: ({ role }) => role ?? '',
      show: ({ role }) => (role === null ? <span className="faint">a wait</span> : said(role)),
    },
    { name: 'Begins', value: ({ start }) => start, show: ({ start }) => start },
    { name: 'Ends, likely', value: ({ end }) => end, show: ({ end }) => end },
    { name: 'Done by, 50 %', value: ({ done }) => done.p50, show: ({ done }) => done.p50, wide: true },
    { name: 'Done by, 90 %', value: ({ done }) => done.p90, show: ({ done }) => done.p90, wide: true },
    {
      name: 'To spare, days',
      number: true,
      value: ({ slack }) => slack,
      show: ({ slack, critical }) =>
        critical ? (
          'critical'
        ) : (
          <>
            {slack}
            <span className="only-phone faint"> {slack === 1 ? 'day' : 'days'} to spare</span>
          </>
        ),
    },
    {
      name: 'Standing',
      value: ({ late_days }) => (late_days > 0 ? `${countText(late_days, 'day')} late` : 'in time'),
      show: ({ late_days }) =>
        late_days > 0 ? <StatusMark state="plan_late">{countText(late_days, 'day')} late</StatusMark> : null,
    },
  ];
}
