// HTTP of sessions and organisations.
import { accessRoutes, type Routes } from '@assay/contract';
import { err, everywhere, ok, type HeldRole, type Result } from '@assay/core';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { seedDemo } from '../../demo/seed.ts';
import { allFrameworks } from '../frameworks/frameworks.module.ts';
import { findOrganisation } from './access.repository.ts';
import {
  createOrganisation,
  deleteOrganisation,
  firstSettings,
  mayFound,
  organisationsOf,
  writeSettings,
} from './access.usecases.ts';
import { landingOf } from './landing.ts';
import { disable, enable } from './disabling.usecases.ts';
import type { OrgScope, Person } from './scope.ts';
import { rolesShown } from './people/shown.ts';
import { lentTo, newLoginLink } from './sessions.usecases.ts';
import { viewedAs } from './viewing/viewing.usecases.ts';

type Scoped = ContextOf<Routes['organisations.read']>;

export const accessHandlers = bindAll(accessRoutes, {
  'health.read': async ({ deps }) => {
    try {
      return ok({
        data: { status: 'ok' as const, version: deps.version, database: await deps.db.version() },
      });
    } catch {
      return err({
        code: 'server.unavailable',
        detail: 'The database does not answer; it is being started again.',
      });
    }
  },
  'session.read': async ({ deps, principal, csrf, session, token, now }) => {
    const all = await organisationsOf(deps, principal);
    const own = token ? all.flatMap((each) => lentTo(token, each) ?? []) : all;
    const organisations = await Promise.all(
      own.map(async (each) => {
        const viewed = session && (await viewedAs(deps, session, each));
        return viewed ? { ...viewed.membership, viewing: viewed.name } : { ...each, viewing: null };
      }),
    );
    return ok({
      data: {
        principal: { id: principal.id, name: principal.name, email: principal.email },
        mode: deps.signIn.mode,
        csrf: csrf ?? '',
        version: deps.version,
        now,
        organisations: organisations.map((each) => ({
          slug: each.slug,
          name: each.name,
          demo: each.demo,
          roles: rolesShown(each.held),
          permissions: [...everywhere(each.held)],
          narrowed: narrowedOut(each.held),
          lands: landingOf(each.held),
          viewing: each.viewing,
        })),
      },
    });
  },
  'session.link': async ({ deps, origin }) => {
    // A page has a session already, and an API token signs nobody in.
    if (origin.via.kind !== 'machine')
      return err({
        code: 'access.forbidden',
        detail: 'Only the command line on the server’s machine makes sign-in links.',
      });
    return ok({ data: { path: `/login?token=${await newLoginLink(deps)}` } });
  },
  // The router takes the cookie back; there is nothing else to answer.
  'session.end': async () => ok({ data: undefined }),
  'people.disable': async ({ deps, origin, now }, { params }) =>
    person(await disable(deps, { ...params, origin, now })),
  'people.enable': async ({ deps, origin, now }, { params }) =>
    person(await enable(deps, { ...params, origin, now })),
  'organisations.create': async ({ deps, principal, origin }, { body }) => {
    if (!(await mayFound(deps, principal)))
      return err({
        code: 'access.forbidden',
        detail: 'Owners found organisations on this server; ask one of them, or whoever runs it.',
      });
    const { answers } = body;
    const settings = firstSettings(body.name, {
      timeZone: body.time_zone,
      askedBy: answers.asked_by,
      deadline: answers.deadline,
      headcount: answers.headcount,
      runsOn: answers.runs_on,
      hasAlready: answers.has_already,
    });
    const created = await createOrganisation(
      deps,
      { principal, origin },
      {
        slug: body.slug ?? slugOf(body.name),
        demo: false,
        settings,
      },
    );
    return created.ok ? read({ deps, scope: created.value }) : created;
  },
  'organisations.read': (context) => read(context),
  'organisations.change': async (context, { body }) => {
    const { deps, scope, now } = context;
    const held = await deps.db.inOrganisation(scope.org, (tx) => findOrganisation(tx, scope));
    if (!held) return err({ code: 'organisation.not_found', detail: 'The organisation is gone.' });
    if (context.ifMatch !== `"${held.revision}"`)
      return err({
        code: 'request.conflict',
        detail: 'The settings were changed meanwhile; look at them again.',
        current: { revision: held.revision, ...held.settings },
      });
    const known = await deps.db.inOrganisation(scope.org, (tx) => allFrameworks(tx, scope, deps.catalogue));
    const missing = body.frameworks?.find((id) => !known.has(id));
    if (missing !== undefined)
      return err({ code: 'framework.not_found', detail: `There is no framework ${missing}.` });
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const settings = { ...held.settings, ...given };
    // Security is always examined (TSP section 100); saying so again changes nothing.
    const done = await writeSettings(deps, scope, {
      revision: held.revision,
      settings: { ...settings, categories: [...new Set(['security' as const, ...settings.categories])] },
      now,
    });
    return done.ok ? read(context) : done;
  },
  'organisations.delete': async ({ deps, scope }) => {
    const held = await deps.db.inOrganisation(scope.org, (tx) => findOrganisation(tx, scope));
    if (!held?.demo)
      return err({
        code: 'organisation.not_demo',
        detail: 'Only a demo organisation is deleted at once; ask that yours ends, on a day to come.',
      });
    await deleteOrganisation(deps, scope, { demo: true });
    return ok({ data: undefined });
  },
  'organisations.reset': async (context) => {
    const { deps, scope } = context;
    const held = await deps.db.inOrganisation(scope.org, (tx) => findOrganisation(tx, scope));
    if (!held?.demo)
      return err({ code: 'organisation.not_demo', detail: 'Only a demo organisation can be reset.' });
    await deleteOrganisation(deps, scope, { demo: true });
    return read({ deps, scope: await seedDemo(deps, scope) });
  },
});

async function read(context: Pick<Scoped, 'deps'> & { readonly scope: OrgScope }) {
  const { deps, scope } = context;
  const held = await deps.db.inOrganisation(scope.org, (tx) => findOrganisation(tx, scope));
  if (!held) return err({ code: 'organisation.not_found' as const, detail: 'The organisation is gone.' });
  return ok({
    data: {
      id: scope.org,
      slug: scope.slug,
      demo: held.demo,
      ...held.settings,
      revision: held.revision,
      created_at: held.createdAt,
      roles: rolesShown(scope.held),
    },
    etag: `"${held.revision}"`,
  });
}

function person(done: Result<Person, Refusal>) {
  if (!done.ok) return done;
  const { id, name, email, disabledAt } = done.value;
  return ok({ data: { id, name, email, disabled_at: disabledAt } });
}

/** What reaches only one framework, system or engagement: buttons there ask for it. */
function narrowedOut(held: readonly HeldRole[]) {
  return held.flatMap(({ within, permissions }) =>
    within.kind === 'organisation' ? [] : [{ within, permissions: [...permissions] }],
  );
}

function slugOf(name: string): string {
  return (
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'organisation'
  );
}
