// assay doctor: versions, disk, clock, permissions, server, database; each with a remedy.
import type { Command } from 'commander';
import { statfsSync, existsSync, accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT } from '../exit.ts';
import { formatOf, printList } from '../output.ts';

interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'warning' | 'bad';
  readonly detail: string;
  readonly remedy: string;
}

export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Look whether everything that Assay needs is there')
    .option('--data <dir>', 'data directory')
    .option('-o, --output <format>', 'output format')
    .option('--json', 'short for -o json')
    .action(
      async (options: { readonly data?: string; readonly output?: string; readonly json?: boolean }) => {
        const { defaultDataPath, readServerNote } = await import('@assay/server');
        const data = options.data ?? defaultDataPath(process.env);
        const findings = [
          node(),
          disk(data),
          writable(data),
          await server(readServerNote(data)?.origin),
          database(),
        ];
        printList(
          findings,
          [
            { name: 'what', of: (row) => row.what },
            { name: 'state', of: (row) => row.state },
            { name: 'detail', of: (row) => row.detail },
            { name: 'remedy', of: (row) => row.remedy },
          ],
          formatOf(options),
        );
        if (findings.some((finding) => finding.state === 'bad')) process.exitCode = EXIT.error;
      },
    );
}

function node(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return {
    what: 'Node',
    state: major >= 24 ? 'ok' : 'bad',
    detail: process.versions.node,
    remedy: major >= 24 ? '' : 'Run through npm run assay, which uses the pinned Node.',
  };
}

function disk(data: string): Finding {
  const place = nearest(data);
  const { bavail, bsize } = statfsSync(place);
  const free = (bavail * bsize) / 1024 ** 3;
  return {
    what: 'Disk',
    state: free > 2 ? 'ok' : free > 0.25 ? 'warning' : 'bad',
    detail: `${free.toFixed(1)} GiB free at ${place}`,
    remedy: free > 2 ? '' : 'Free some space, or move the data with --data.',
  };
}

function writable(data: string): Finding {
  const place = nearest(data);
  try {
    accessSync(place, constants.W_OK);
    return { what: 'Data directory', state: 'ok', detail: data, remedy: '' };
  } catch {
    return {
      what: 'Data directory',
      state: 'bad',
      detail: `${place} cannot be written`,
      remedy: 'Make it writable, or choose another with --data.',
    };
  }
}

async function server(origin: string | undefined): Promise<Finding> {
  if (origin === undefined)
    return {
      what: 'Server',
      state: 'warning',
      detail: 'not running with this data',
      remedy: 'Start it with assay serve.',
    };
  const response = await fetch(`${origin}/v1/health`, { signal: AbortSignal.timeout(3000) }).catch(
    () => undefined,
  );
  if (!response?.ok)
    return {
      what: 'Server',
      state: 'bad',
      detail: `${origin} does not answer well`,
      remedy: 'Stop it and start it again; read engine.log in the data directory.',
    };
  const skew = Math.abs(Date.now() - Date.parse(response.headers.get('date') ?? new Date().toUTCString()));
  const health: unknown = await response.json();
  const version =
    typeof health === 'object' && health !== null && 'database' in health
      ? String(health.database)
      : 'unknown';
  return {
    what: 'Server',
    state: skew < 60_000 ? 'ok' : 'warning',
    detail: `${origin}, PostgreSQL ${version}`,
    remedy: skew < 60_000 ? '' : 'The clocks of server and this machine differ by more than a minute.',
  };
}

function database(): Finding {
  const url = process.env['DATABASE_URL'];
  if (url === undefined)
    return { what: 'Database', state: 'ok', detail: 'embedded PostgreSQL 18', remedy: '' };
  const good = /^postgres(ql)?:\/\//.test(url);
  return {
    what: 'Database',
    state: good ? 'ok' : 'bad',
    detail: 'DATABASE_URL is set',
    remedy: good ? '' : 'Write it as postgresql://user:password@host:5432/database.',
  };
}

function nearest(path: string): string {
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
