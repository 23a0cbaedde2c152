// Gives memory of a large piece of work back to the system. Left alone, the engine keeps what it grew to, because an
// idle server allocates too little to make it collect.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects everything that nobody holds; for once in a while, since it stops the world for some milliseconds. */
export function returnMemory(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  setFlagsFromString('--no-expose-gc');
}
