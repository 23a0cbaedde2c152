// Looks once an hour whether an organisation's last day has come.
import { log } from '../platform/log.ts';
import { lookAtEndings } from '../slices/access/ending/erasing.usecases.ts';
import type { Deps } from './deps.ts';
import { Unit } from '../platform/postgres/unit.ts';

const EVERY_MS = 60 * 60_000;

export function beginEndings(deps: Deps): { stop(): Promise<void> } {
  let looking: Promise<void> = Promise.resolve();
  const look = (): void => {
    looking = lookAtEndings(deps, (work) => inOneUnit(deps, work)).then(
      (ended) => {
        for (const slug of ended) log('info', 'organisation ended', { slug });
      },
      (cause: unknown) =>
        log('error', 'ending', { error: cause instanceof Error ? cause.message : String(cause) }),
    );
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

/** All of it, or nothing. */
async function inOneUnit(deps: Deps, work: (unit: Deps) => Promise<void>): Promise<void> {
  const unit = new Unit(deps.pool);
  try {
    await work({ ...deps, db: unit });
    await unit.commit();
  } catch (cause) {
    await unit.rollback();
    throw cause;
  }
}
