// The store's directories: made once, durable before anything is put in, synced once for all who wait.
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

interface Sync {
  readonly running: Promise<void>;
  next: Promise<void> | undefined;
}

/** Remembers what exists, so that a small file costs its own writes and no more. */
export class Shelves {
  readonly #known = new Set<string>();
  readonly #syncs = new Map<string, Sync>();

  /** Makes a directory, with those above it, and makes their names durable. */
  async open(path: string): Promise<void> {
    if (this.#known.has(path) && (await isDirectory(path))) return;
    const first = await mkdir(path, { recursive: true, mode: 0o700 });
    if (first !== undefined)
      for (let at = path; at.length >= first.length; at = dirname(at)) await syncDirectory(dirname(at));
    this.#known.add(path);
  }

  /** Makes renames in a directory durable: one that begins after the rename serves all that wait for it. */
  sync(path: string): Promise<void> {
    const held = this.#syncs.get(path);
    if (!held) return this.#begin(path);
    held.next ??= held.running.catch(() => undefined).then(() => this.#begin(path));
    return held.next;
  }

  /** Another process or call may have removed the directories below. */
  forget(path: string): void {
    for (const known of this.#known) if (known.startsWith(path)) this.#known.delete(known);
  }

  #begin(path: string): Promise<void> {
    const running = syncDirectory(path);
    const sync: Sync = { running, next: undefined };
    this.#syncs.set(path, sync);
    const over = (): void => {
      if (this.#syncs.get(path) === sync && sync.next === undefined) this.#syncs.delete(path);
    };
    running.then(over, over);
    return running;
  }
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** A rename is durable only when its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
