// HTTP of tasks, digests and calendar feeds.
import { workRoutes, type Routes } from '@assay/contract';
import { inOrder, isSnoozed, ok, workOf, type Result } from '@assay/core';
import { bindAll, type Answer, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { findOrganisation } from '../access/access.module.ts';
import { prefer, sendDigests, unsubscribe } from './digests.usecases.ts';
import { listFeeds } from './feeds.repository.ts';
import { createFeed, revokeFeed, serveFeed } from './feeds.usecases.ts';
import { listPreferences, NO_PREFERENCES, type Preferences } from './preferences.repository.ts';
import { presentClosed, presentTask, type TaskView } from './tasks.presenter.ts';
import {
  addTask,
  closeTask,
  findTask,
  handTask,
  reopenTask,
  snoozeTask,
  wakeTask,
  type Found,
  type Work,
} from './tasks.usecases.ts';
import { everything, type Everything } from './work.readmodel.ts';

type Scoped = ContextOf<Routes['tasks.list']>;

export const workHandlers = bindAll(workRoutes, {
  'tasks.list': (context, { query }) =>
    inside(context, async (work) => {
      const all = await everything(work.tx, work);
      const { roles } = await preferencesOf(context, work.tx);
      const { name } = context.scope.principal;
      const mine = workOf(all.tasks, all.marks, { roles, today: all.state.today, name });
      const whole = query.all || query.state !== 'open';
      return ok({
        data: {
          data: listed(all, mine, query),
          rest: whole ? 0 : mine.rest.length,
          snoozed: mine.snoozed.length,
          roles: [...roles],
        },
      });
    }),
  'tasks.read': (context, { params }) => one(context, (work) => findTask(work, params.task)),
  'tasks.add': (context, { body }) =>
    one(context, (work) =>
      addTask(work, { title: body.title, control: body.control, owner: body.owner, due: body.due }),
    ),
  'tasks.done': (context, { params, body }) =>
    one(context, (work) => closeTask(work, params.task, body.because)),
  'tasks.reopen': (context, { params }) => one(context, (work) => reopenTask(work, params.task)),
  'tasks.snooze': (context, { params, body }) => one(context, (work) => snoozeTask(work, params.task, body)),
  'tasks.wake': (context, { params }) => one(context, (work) => wakeTask(work, params.task)),
  'tasks.hand': (context, { params, body }) =>
    one(context, (work) => handTask(work, params.task, body.owner)),
  'work.preferences': (context) =>
    context.deps.db.inOrganisation(context.scope.org, async (tx) =>
      ok({ data: presentPreferences(await preferencesOf(context, tx)) }),
    ),
  'work.prefer': async (context, { body }) => ok({ data: presentPreferences(await prefer(context, body)) }),
  'digests.send': (context) =>
    inside(context, async (work) => {
      const { deps, scope } = context;
      const name = (await findOrganisation(work.tx, scope))?.settings.name ?? scope.slug;
      const done = await sendDigests({ ...work, deps }, name);
      if (!done.ok) return done;
      const { sent, notDue, nothingToSay, failed } = done.value;
      return ok({
        data: { sent, not_due: notDue, nothing_to_say: nothingToSay, failed, where: deps.mail.where },
      });
    }),
  'digests.unsubscribe': async ({ deps, origin }, { params }) => {
    const done = await unsubscribe(deps, { ...params, origin });
    return done.ok ? ok({ data: undefined }) : done;
  },
  'feeds.list': ({ deps, scope }) =>
    deps.db.inOrganisation(scope.org, async (tx) =>
      ok({ data: { data: (await listFeeds(tx, scope)).map(presentFeed) } }),
    ),
  'feeds.create': (context, { body }) =>
    inside(context, async (work) => {
      const { feed, path } = await createFeed(work, body.of);
      return ok({ data: { ...presentFeed(feed), path } });
    }),
  'feeds.revoke': (context, { params }) =>
    inside(context, async (work) => {
      const gone = await revokeFeed(work, params.feed);
      return gone.ok ? ok({ data: undefined }) : gone;
    }),
  'feeds.serve': async ({ deps, origin }, { params }) => {
    const served = await serveFeed(deps, { ...params, origin });
    return served.ok
      ? ok({
          data: new Response(served.value, {
            headers: {
              'content-type': 'text/calendar; charset=utf-8',
              'cache-control': 'private, max-age=900',
              'x-content-type-options': 'nosniff',
            },
          }),
        })
      : served;
  },
});

function inside<T>(
  { deps, scope, now }: Scoped,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, deps, scope, now }));
}

/** Acts on one task and shows it as it stands afterwards. */
function one(
  context: Scoped,
  act: (work: Work) => Promise<Result<Found, Refusal>>,
): Promise<Result<Answer<TaskView>, Refusal>> {
  return inside(context, async (work) => {
    const found = await act(work);
    if (!found.ok) return found;
    const { all, open, closed } = found.value;
    if (open) return ok({ data: presentTask(open, all) });
    if (closed) return ok({ data: presentClosed(closed, all) });
    throw new Error('a task that was found is neither open nor closed');
  });
}

function listed(
  all: Everything,
  mine: ReturnType<typeof workOf>,
  query: { readonly all: boolean; readonly state: 'open' | 'snoozed' | 'done' },
): TaskView[] {
  if (query.state === 'done') return all.closed.map((each) => presentClosed(each, all));
  const snoozed = query.state === 'snoozed';
  const tasks = query.all ? everybodys(all, snoozed) : snoozed ? mine.snoozed : mine.shown;
  return tasks.map((task) => presentTask(task, all));
}

function everybodys(all: Everything, snoozed: boolean) {
  const { today } = all.state;
  return inOrder(
    all.tasks.filter((task) => isSnoozed(all.marks.get(task.id), today) === snoozed),
    today,
  );
}

async function preferencesOf({ scope }: Scoped, tx: Tx): Promise<Preferences> {
  return (await listPreferences(tx, scope)).get(scope.principal.id) ?? NO_PREFERENCES;
}

function presentPreferences({ email, digest, roles }: Preferences) {
  return { email, digest, roles: [...roles] };
}

function presentFeed(feed: Awaited<ReturnType<typeof listFeeds>>[number]) {
  return { id: feed.id, of: feed.of, by: feed.madeBy, created_at: feed.createdAt };
}
