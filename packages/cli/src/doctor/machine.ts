// The machine: Node, disk, permissions, port.
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { well, type Finding } from './finding.ts';

const NODE = 24;
const GIB = 1024 ** 3;
const ENOUGH = 2 * GIB;
const TOO_LITTLE = GIB / 4;

export function nodeFinding(): Finding {
  const found = process.versions.node;
  if (Number(found.split('.')[0]) >= NODE) return well('Node', found);
  return {
    what: 'Node',
    state: 'bad',
    detail: found,
    remedy: `Install Node ${NODE}, or start through npm run assay.`,
  };
}

export function diskFinding(data: string): Finding {
  const place = nearest(data);
  const { bavail, bsize } = statfsSync(place);
  const free = bavail * bsize;
  const detail = `${(free / GIB).toFixed(1)} GiB free at ${place}`;
  if (free > ENOUGH) return well('Disk', detail);
  return {
    what: 'Disk',
    state: free > TOO_LITTLE ? 'warning' : 'bad',
    detail,
    remedy: 'Free some space, or move the data with --data.',
  };
}

export function permissionFinding(data: string): Finding {
  const what = 'Permissions';
  const place = nearest(data);
  if (!statSync(place).isDirectory())
    return {
      what,
      state: 'bad',
      detail: `${place} is not a directory`,
      remedy: 'Choose a directory with --data.',
    };
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch {
    return {
      what,
      state: 'bad',
      detail: `${place} cannot be written`,
      remedy: 'Make it writable, or choose another with --data.',
    };
  }
  const keys = join(data, 'keys');
  if (process.platform !== 'win32' && existsSync(keys) && (statSync(keys).mode & 0o077) !== 0)
    return { what, state: 'bad', detail: `${keys} can be read by others`, remedy: `Run chmod 700 ${keys}.` };
  return well(what, place === data ? data : `${data} will be made`);
}

/** Whether the port is free, or taken by the server that answers for this data. */
export async function portFinding(port: number, origin: string | undefined): Promise<Finding> {
  if (origin !== undefined && URL.canParse(origin) && new URL(origin).port === String(port))
    return well('Port', `${port}, used by this server`);
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = createServer();
    probe.once('error', (cause: NodeJS.ErrnoException) => resolve(cause.code ?? cause.message));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(undefined)));
  });
  if (code === undefined) return well('Port', `${port} is free`);
  return {
    what: 'Port',
    state: 'warning',
    detail: code === 'EADDRINUSE' ? `${port} is in use` : `${port} cannot be used (${code})`,
    remedy: `Start with another: assay serve --port ${port + 1}.`,
  };
}

function nearest(path: string): string {
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
