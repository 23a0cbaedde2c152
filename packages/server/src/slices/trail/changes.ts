// What entries changed, field by field: each telling of a thing against the one before it.
import { differences, type JsonValue } from '@assay/core';
import { z } from 'zod';
import type { Document, History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { TrailedEntry } from '../evidence/evidence.module.ts';

export interface Change {
  readonly thing: string;
  readonly path: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/** Things by name and what was last said of them. */
export type Stood = Map<string, Document>;

const documentSchema = z.record(z.string(), z.json());

/** Follows entries in order and keeps in `stood` what they leave behind. */
export function changesOf(
  histories: readonly History<OrgScope>[],
  entry: TrailedEntry,
  stood: Stood,
): readonly Change[] {
  const payload = payloadOf(entry);
  const told = histories
    .filter((history) => history.kinds.includes(entry.kind))
    .flatMap((history) =>
      [history.told(entry.kind, payload, entry.subject)].flat().map((each) => ({ history, each })),
    );
  if (told.length === 0) return alone(entry, payload, stood);
  return told.flatMap(({ history, each }): readonly Change[] => {
    const thing = `${history.title} ${each.thing}`;
    const before = stood.get(thing);
    if (each.says === 'changed') return [];
    const after = each.says === 'version' ? each.document : undefined;
    if (after) stood.set(thing, after);
    else stood.delete(thing);
    return fields(thing, before, after);
  });
}

/** What an entry recorded; a payload that was erased says nothing. */
export function payloadOf(entry: Pick<TrailedEntry, 'payload'>): Document {
  try {
    return documentSchema.parse(JSON.parse(entry.payload));
  } catch {
    return {};
  }
}

/** Records of evidence are whole versions; of what else has no versions only what was said then. */
function alone(entry: TrailedEntry, payload: Document, stood: Stood): readonly Change[] {
  const [family = ''] = entry.kind.split('.');
  if (family !== 'evidence') return fields(entry.kind, {}, payload);
  const thing = `${family} ${entry.subject}`;
  const before = stood.get(thing);
  stood.set(thing, payload);
  return fields(thing, before, payload);
}

function fields(thing: string, before: Document | undefined, after: Document | undefined): readonly Change[] {
  return differences(before ?? {}, after ?? {}).map((each) => ({ thing, ...each }));
}
