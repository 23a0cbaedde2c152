// My work: at most seven things, each with why it is asked, what good evidence looks like and until when.
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { May } from '../../data/may.tsx';
import { AddTask } from '../../ui/AddTask.tsx';
import { HomeTabs } from '../../ui/HomeTabs.tsx';
import { Empty, Loaded, PageHead } from '../../ui/page.tsx';
import { EveryTask } from './EveryTask.tsx';
import { TaskItem } from './TaskItem.tsx';
import { workSentence, type TaskList } from './tasks.ts';
import './work.css';

export function WorkPage() {
  const { org } = useParams({ from: '/o/$org' });
  const { show } = useSearch({ from: '/o/$org/work' });
  const [adding, setAdding] = useState(false);
  const mine = useOrg(org, ['tasks', 'mine'], () => api['tasks.list']({ params: { org } }));
  return (
    <Loaded of={mine}>
      {(list) => (
        <div className="page">
          <PageHead title="My work" name="My work" sentence={workSentence(list)}>
            <May org={org} needs="work.change">
              <button type="button" className="button" onClick={() => setAdding(true)}>
                Add a task
              </button>
            </May>
          </PageHead>
          <HomeTabs org={org} />
          {show === undefined ? <Mine org={org} list={list} /> : <EveryTask org={org} show={show} />}
          {adding ? <AddTask org={org} close={() => setAdding(false)} /> : null}
        </div>
      )}
    </Loaded>
  );
}

function Mine({ org, list }: { readonly org: string; readonly list: TaskList }) {
  const { data, rest, snoozed } = list;
  return (
    <section className="section" aria-label="What is asked of me">
      {data.length === 0 ? (
        <Empty title="Nothing is asked of you">
          <p>
            Tasks come from the state of the data: evidence that grows old, results that fail, records that
            wait for a reviewer. When there is one of yours, it stands here, and goes when its reason does.
          </p>
          <Link className="button" to="/o/$org" params={{ org }}>
            How ready are we?
          </Link>
        </Empty>
      ) : (
        <ol className="tasks">
          {data.map((task) => (
            <TaskItem key={task.id} org={org} task={task} />
          ))}
        </ol>
      )}
      <p className="small tasks-more">
        <Link to="/o/$org/work" params={{ org }} search={{ show: 'all' }}>
          {rest > 0 ? `${rest} more of mine wait; every task` : 'Every task'}
        </Link>
        <Link to="/o/$org/work" params={{ org }} search={{ show: 'snoozed' }}>
          {snoozed} snoozed
        </Link>
        <Link to="/o/$org/work" params={{ org }} search={{ show: 'done' }}>
          Closed
        </Link>
      </p>
    </section>
  );
}
