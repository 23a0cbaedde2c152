// What must happen for the window to be clean, as tasks that the data close.
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, useOrg } from '../../../../data/api.ts';
import { StatusMark } from '../../../../ui/marks.tsx';
import { Loaded } from '../../../../ui/page.tsx';
import { StateFilter } from '../../../../ui/StateFilter.tsx';
import { DataTable, type Column } from '../../../../ui/table.tsx';
import { whatColumn } from '../whatColumn.tsx';

const TASKS = ['blocked', 'open', 'done', 'not_needed'] as const;
interface Task {
  readonly task: (typeof TASKS)[number];
  readonly of: string;
  readonly name: string;
  readonly owner: string | null;
  readonly due: string;
  readonly first: string;
  readonly scope: string;
  readonly item: string | null;
  readonly sentence: string;
}

interface Props {
  readonly org: string;
  readonly window: string;
}

export function Tasks({ org, window }: Props) {
  const tasks = useOrg(org, ['window-tasks', window], () =>
    api['windows.tasks']({ params: { org, window }, query: {} }),
  );
  return (
    <section className="section" aria-labelledby="tasks">
      <h2 id="tasks">What must happen</h2>
      <Loaded of={tasks}>{({ data }) => <List org={org} window={window} tasks={data} />}</Loaded>
    </section>
  );
}

function List({ org, window, tasks }: Props & { readonly tasks: readonly Task[] }) {
  const [chosen, setChosen] = useState<string | undefined>('open');
  const columns = useMemo(() => columnsFor(org, window), [org, window]);
  return (
    <DataTable
      rows={tasks.filter(({ task }) => chosen === undefined || task === chosen)}
      columns={columns}
      keyOf={(each) => `${each.of} ${each.scope} ${each.first} ${each.due} ${each.item ?? ''}`}
      caption="Tasks of the window"
      file="window-tasks"
      tools={
        <StateFilter
          label="Task"
          states={TASKS.map((task) => `task_${task}`)}
          countOf={(state) => tasks.filter(({ task }) => `task_${task}` === state).length}
          chosen={chosen === undefined ? undefined : `task_${chosen}`}
          choose={(state) => setChosen(state?.slice('task_'.length))}
        />
      }
      empty={<p className="muted">No task is in this state.</p>}
    />
  );
}

function columnsFor(org: string, window: string): readonly Column<Task>[] {
  return [
    { name: 'Due', show: (each) => each.due, value: (each) => each.due },
    { name: 'Task', show: (each) => <StatusMark state={`task_${each.task}`} />, value: (each) => each.task },
    {
      name: 'Control',
      show: (each) => (
        <Link className="id" to="/o/$org/windows/$window/$control" params={{ org, window, control: each.of }}>
          {each.of}
        </Link>
      ),
      value: (each) => each.of,
    },
    whatColumn(),
    { name: 'Owner', show: (each) => each.owner ?? '', value: (each) => each.owner ?? '' },
  ];
}
