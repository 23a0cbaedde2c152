// The running server: whether it answers, how old it is, whether its clock agrees with this machine's.
import { z } from 'zod';
import { well, type Finding } from './finding.ts';

const PATIENCE_MS = 3000;
const SKEW_MS = 60_000;
const healthSchema = z.object({ version: z.string(), database: z.string() });

export async function serverFindings(
  origin: string | undefined,
  version: string,
): Promise<readonly Finding[]> {
  if (origin === undefined)
    return [
      {
        what: 'Server',
        state: 'warning',
        detail: 'not running with this data',
        remedy: 'Start it with assay serve.',
      },
    ];
  const response = await fetch(`${origin}/v1/health`, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => undefined,
  );
  const body: unknown = await response?.json().catch(() => undefined);
  const health = healthSchema.safeParse(body);
  if (!response?.ok || !health.success)
    return [
      {
        what: 'Server',
        state: 'bad',
        detail: `${origin} does not answer well`,
        remedy: 'Stop it and start it again; engine.log in the data directory says more.',
      },
    ];
  const same = health.data.version === version;
  return [
    well('Server', `${origin}, PostgreSQL ${health.data.database}`),
    same
      ? well('Versions', `${version}, server and command line`)
      : {
          what: 'Versions',
          state: 'warning',
          detail: `server ${health.data.version}, command line ${version}`,
          remedy: 'Restart the server, or use the command line that came with it.',
        },
    clockFinding(response.headers.get('date')),
  ];
}

function clockFinding(date: string | null): Finding {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return well('Clock', 'the server names no time');
  const skew = Math.abs(Date.now() - theirs);
  if (skew < SKEW_MS) return well('Clock', 'agrees with the server');
  return {
    what: 'Clock',
    state: 'warning',
    detail: `${Math.round(skew / 1000)} s apart from the server`,
    remedy: 'Set both clocks by NTP: evidence is dated by them.',
  };
}
