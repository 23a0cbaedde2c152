// Every task of the organisation, those that are out of sight, and those that were closed: as a table.
import { Link } from '@tanstack/react-router';
import { api, useChange, useOrg } from '../../data/api.ts';
import { ControlId } from '../../ui/links.tsx';
import { Empty, Loaded } from '../../ui/page.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { said } from '../../ui/words.ts';
import { TaskPlace } from './TaskPlace.tsx';
import type { TaskRow } from './tasks.ts';

export const SHOWN = ['all', 'snoozed', 'done'] as const;
export type Shown = (typeof SHOWN)[number];

const NAMES: Readonly<Record<Shown, string>> = { all: 'Every task', snoozed: 'Snoozed', done: 'Closed' };

export function EveryTask({ org, show }: { readonly org: string; readonly show: Shown }) {
  const found = useOrg(org, ['tasks', show], () =>
    api['tasks.list']({
      params: { org },
      query: show === 'all' ? { all: 'true' } : { all: 'true', state: show },
    }),
  );
  const change = useChange(org);
  const reopen = (task: TaskRow): void =>
    change.mutate({
      act: () => api['tasks.reopen']({ params: { org, task: task.id } }),
      done: `${task.title} is open again.`,
    });
  return (
    <Loaded of={found}>
      {({ data }) => (
        <DataTable
          caption={NAMES[show]}
          file={`tasks-${show}`}
          rows={data}
          keyOf={(row) => row.id}
          columns={columnsOf(org, reopen)}
          tools={
            <Link className="button quiet" to="/o/$org/work" params={{ org }}>
              Back to the first seven
            </Link>
          }
          empty={
            <Empty title={show === 'done' ? 'No typed task was closed yet' : 'There is none'}>
              <p>
                {show === 'done'
                  ? 'What the state of data asks for leaves no trace here when it is done: the evidence is the trace.'
                  : 'Nothing stands here now.'}
              </p>
            </Empty>
          }
        />
      )}
    </Loaded>
  );
}

function columnsOf(org: string, reopen: (task: TaskRow) => void): readonly Column<TaskRow>[] {
  return [
    {
      name: 'Task',
      grow: true,
      value: (row) => row.title,
      show: (row) => (
        <>
          {row.title}
          <span className="under wrap">{row.done?.because ?? row.snoozed?.because ?? row.why}</span>
        </>
      ),
    },
    {
      name: 'Control',
      value: (row) => row.control ?? '',
      show: (row) => (row.control === null ? null : <ControlId org={org} code={row.control} />),
    },
    { name: 'Owner', value: (row) => row.owner, show: (row) => said(row.owner) },
    {
      name: 'Until',
      value: (row) => row.snoozed?.until ?? row.until ?? '',
      show: (row) => (
        <span className={row.overdue ? 'status-fail num' : 'num'}>
          {row.snoozed?.until ?? row.until ?? '—'}
        </span>
      ),
    },
    {
      name: 'Minutes',
      number: true,
      wide: true,
      value: (row) => row.minutes,
      show: (row) => row.minutes,
    },
    {
      name: 'Where',
      value: (row) => row.id,
      show: (row) =>
        row.done?.by === 'hand' ? (
          <button type="button" className="button quiet" onClick={() => reopen(row)}>
            Reopen<span className="sr"> {row.title}</span>
          </button>
        ) : (
          <TaskPlace org={org} task={row} />
        ),
    },
  ];
}
