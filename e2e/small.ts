// A small file system of its own, to be really full or really read-only; only root of Linux may make one.
import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, statfsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { temporary } from './server.ts';

export interface SmallDisk {
  readonly path: string;
  /** Fills it but for so many bytes. */
  fill(left: number): void;
  free(): void;
  readOnly(): void;
  remove(): void;
}

/** Why there can be no small disk here; undefined when there can. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root of Linux may mount a tmpfs';
  const probe = temporary();
  const tried = mount(probe.path, 1);
  if (tried === undefined) spawnSync('umount', [probe.path]);
  probe.remove();
  return tried;
}

/** Mounts a tmpfs of so many MiB. */
export function smallDisk(mebibytes: number): SmallDisk {
  const place = temporary();
  const path = join(place.path, 'disk');
  mkdirSync(path);
  const why = mount(path, mebibytes);
  if (why !== undefined) throw new Error(why);
  chmodSync(path, 0o755);
  const ballast = join(path, 'ballast');
  return {
    path,
    fill: (left) => {
      const { bavail, bsize } = statfsSync(path);
      appendFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left), 1));
    },
    free: () => truncateSync(ballast, 0),
    readOnly: () => {
      spawnSync('mount', ['-o', 'remount,ro', path]);
    },
    remove: () => {
      spawnSync('umount', ['-l', path]);
      place.remove();
    },
  };
}

function mount(path: string, mebibytes: number): string | undefined {
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', path], {
    encoding: 'utf8',
  });
  return done.status === 0 ? undefined : `mount is not permitted here (${done.stderr.trim()})`;
}
