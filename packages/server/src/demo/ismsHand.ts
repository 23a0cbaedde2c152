// The hands that write Harbourline's management system down, through the use cases of everybody.
import type { IsmsRecord, OwnerRole } from '@assay/core';
import {
  addRecord,
  approveRecord,
  endReview,
  find,
  replaceRecord,
  type Work,
} from '../slices/isms/isms.usecases.ts';
import { must, type Act, type Place } from './act.ts';
import { at } from './calendar.ts';
import { OWNERS } from './people.ts';

/** Writes, approves and changes in the name of people of the company. */
export interface Hand {
  readonly on: (daysAgo: number, time: string, did: Did) => Act;
}
interface Did {
  readonly by: OwnerRole;
  readonly act: (work: Work) => Promise<void>;
}

/** First versions, written by the security lead on one day. */
export function written(hand: Hand, daysAgo: number, records: readonly IsmsRecord[]): readonly Act[] {
  return records.map((record) =>
    hand.on(daysAgo, '10:00', {
      by: 'security_lead',
      act: async (work) => {
        must(await addRecord(work, record));
      },
    }),
  );
}

export function changed(
  hand: Hand,
  daysAgo: number,
  [id, record]: readonly [id: string, record: IsmsRecord],
): Act {
  return hand.on(daysAgo, '11:00', {
    by: 'security_lead',
    act: async (work) => {
      must(await replaceRecord(work, id, { ifMatch: await standing(work, id), record }));
    },
  });
}

/** Top management approves what stands. */
export function approved(hand: Hand, daysAgo: number, id: string): Act {
  return hand.on(daysAgo, '16:00', {
    by: 'founder',
    act: async (work) => {
      const said = { ifMatch: await standing(work, id), by: OWNERS.founder, role: 'founder' } as const;
      must(await approveRecord(work, id, said));
    },
  });
}

export function closed(hand: Hand, daysAgo: number, id: string): Act {
  return hand.on(daysAgo, '17:00', {
    by: 'founder',
    act: async (work) => {
      must(await endReview(work, id, { ifMatch: await standing(work, id), by: OWNERS.founder }));
    },
  });
}

async function standing(work: Work, id: string): Promise<string> {
  return `"${must(await find(work, id)).revision}"`;
}

export function handOf(place: Place): Hand {
  const { deps, on } = place;
  const { catalogue } = deps;
  return {
    on: (daysAgo, time, { by, act }) => {
      const now = at(on.ago(daysAgo), time);
      return { at: now, inside: (tx) => act({ tx, scope: place.as(OWNERS[by]), now, catalogue }) };
    },
  };
}
