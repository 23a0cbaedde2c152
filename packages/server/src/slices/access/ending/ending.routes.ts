// HTTP of an organisation's end.
import { endingRoutes, type Routes } from '@assay/contract';
import { ok, parseInstant } from '@assay/core';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import { byPerson } from '../byPerson.ts';
import { askEnding, endingOf, takeBackEnding } from './ending.usecases.ts';

type Scoped = ContextOf<Routes['ending.read']>;

export const endingHandlers = bindAll(endingRoutes, {
  'ending.read': (context) => shown(context),
  'ending.ask': async (context, { body }) => {
    const person = byPerson(context.scope);
    if (!person.ok) return person;
    const done = await askEnding(context, body);
    return done.ok ? shown(context) : done;
  },
  'ending.take_back': async (context) => {
    const done = await takeBackEnding(context);
    return done.ok ? shown(context) : done;
  },
});

async function shown(context: Scoped) {
  const ending = await endingOf(context);
  const at = ending && parseInstant(ending.asked_at);
  return ok({
    data: {
      asked:
        ending && at !== undefined
          ? { by: ending.asked_by_name, at, ends_on: ending.ends_on, delay_days: ending.delay_days }
          : null,
    },
  });
}
