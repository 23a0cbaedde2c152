// HTTP of the register of obligations.
import { obligationsRoutes, type HandlerInput, type Routes } from '@assay/contract';
import { ok, type Line, type Result } from '@assay/core';
import { bindAll } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { listObligations, type ObligationRecord } from './obligations.repository.ts';
import {
  addObligation,
  changeObligation,
  findObligation,
  type ObligationDraft,
} from './obligations.usecases.ts';
import { presentObligation } from './soa.presenter.ts';
import { statement, type Work } from './soa.readmodel.ts';
import { within } from './within.ts';

export const obligationsHandlers = bindAll(obligationsRoutes, {
  'obligations.list': (context) =>
    within(context, async (work) => {
      const lines = await linesNow(work);
      const all = await listObligations(work.tx, work.scope);
      return ok({ data: { data: all.map((each) => presentObligation(each, lines)) } });
    }),
  'obligations.read': (context, { params }) =>
    within(context, async (work) => shown(work, await findObligation(work, params.obligation))),
  'obligations.add': (context, { body }) =>
    within(context, async (work) => {
      const { owner, ...rest } = body;
      const made = await addObligation(work, { ...rest, owner: owner ?? undefined, endedOn: undefined });
      return shown(work, ok(made));
    }),
  'obligations.change': (context, { params, body }) =>
    within(context, async (work) =>
      shown(
        work,
        await changeObligation(work, params.obligation, { ifMatch: context.ifMatch, to: changed(body) }),
      ),
    ),
});

async function shown(work: Work, found: Result<ObligationRecord, Refusal>) {
  if (!found.ok) return found;
  const data = presentObligation(found.value, await linesNow(work));
  return ok({ data, etag: `"${data.revision}"` });
}

/** Rows that may rest on an obligation; none where there is no statement. */
async function linesNow(work: Work): Promise<readonly Line[]> {
  const found = await statement(work);
  return found.ok ? found.value.lines : [];
}

type ChangeIn = HandlerInput<Routes['obligations.change']>['body'];

/** What a body says, in core's words; what it leaves out stays as it was. */
function changed({
  owner,
  ended_on: endedOn,
  kind,
  title,
  clause,
  demand,
}: ChangeIn): Partial<ObligationDraft> {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined ? {} : { title }),
    ...(clause === undefined ? {} : { clause }),
    ...(demand === undefined ? {} : { demand }),
    ...(owner === undefined ? {} : { owner: owner ?? undefined }),
    ...(endedOn === undefined ? {} : { endedOn: endedOn ?? undefined }),
  };
}
