// Streams the trail out: whoever writes never waits for it, and a collector that was away gets what it missed.
import { hostname } from 'node:os';
import { ocsfEvent, reasonIn, syslogLine, type StreamedAct } from '@assay/core';
import type { Job, JobMoment } from '../../app/jobs/job.ts';
import { log } from '../../platform/log.ts';
import { sendLines, type StreamTarget } from '../../platform/streams/target.ts';
import { listTrail, type TrailedEntry } from '../evidence/evidence.module.ts';
import { payloadOf } from './changes.ts';
import { noteStreamed, streamedTo } from './streams.repository.ts';

const AT_ONCE = 500;
/** Batches of one look: the rest waits for the next. */
const MOST_BATCHES = 40;

export const trailStreamJob: Job = {
  name: 'trail-stream',
  everyMinutes: 1,
  missed: 'latest',
  permission: 'ledger.read',
  prepare: async (moment) => {
    const came = new Map<string, number>();
    for (const target of moment.deps.trailTargets) {
      const seq = await streamOn(moment, target);
      if (seq !== undefined) came.set(target.address, seq);
    }
    return async (tx) => {
      for (const [target, seq] of came) await noteStreamed(tx, moment.scope, { target, seq, at: moment.now });
    };
  },
};

/** Hands over what came since the last time; the place that was reached, undefined when there was nothing. */
async function streamOn(moment: JobMoment, target: StreamTarget): Promise<number | undefined> {
  const { deps, scope } = moment;
  let after = await deps.pool.inOrganisation(scope.org, (tx) => streamedTo(tx, scope, target.address));
  let reached: number | undefined;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const from = after;
    const entries = await deps.pool.inOrganisation(scope.org, (tx) =>
      listTrail(tx, scope, { after: from, limit: AT_ONCE }),
    );
    const last = entries.at(-1);
    if (!last) break;
    try {
      await sendLines(
        target,
        entries.map((entry) => lineOf(moment, target, entry)),
      );
    } catch (cause) {
      log('warn', 'trail-stream', {
        to: target.to.kind === 'file' ? target.to.path : target.to.host,
        error: cause instanceof Error ? cause.message : String(cause),
      });
      break;
    }
    after = last.seq;
    reached = last.seq;
  }
  return reached;
}

function lineOf({ deps, scope }: JobMoment, target: StreamTarget, entry: TrailedEntry): string {
  const act: StreamedAct = {
    organisation: scope.slug,
    index: entry.seq,
    at: entry.at,
    action: entry.kind,
    object: entry.subject,
    reason: reasonIn(payloadOf(entry)),
    trail: entry.trail,
  };
  return target.format === 'syslog' ? syslogLine(act, hostname()) : ocsfEvent(act, deps.version);
}
