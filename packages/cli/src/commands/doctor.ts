// assay doctor: versions, port, disk, clock, database, permissions, server; each with a remedy.
import type { Command } from 'commander';
import { EXIT } from '../exit.ts';
import { settings } from '../config.ts';
import { whole } from '../options.ts';
import { formatOf, printList } from '../output.ts';
import { databaseFinding } from '../doctor/database.ts';
import { diskFinding, nodeFinding, permissionFinding, portFinding } from '../doctor/machine.ts';
import { serverFindings } from '../doctor/server.ts';
import { common, type CommonOptions } from './shared.ts';

export function addDoctorCommand(program: Command, version: string): void {
  common(program.command('doctor').description('Look whether everything that Assay needs is there'))
    .addOption(
      whole('--port <number>', 'port that assay serve would use; that of the running server, or 7373', {
        min: 1,
        max: 65_535,
      }),
    )
    .action((options: CommonOptions & { readonly port?: number }) => doctor(options, version));
}

async function doctor(options: CommonOptions & { readonly port?: number }, version: string): Promise<void> {
  const format = formatOf(options);
  const { defaultDataPath, readServerNote } = await import('@assay/server/place');
  const data = settings(options)('data')?.value ?? defaultDataPath(process.env);
  const origin = settings(options)('url')?.value ?? readServerNote(data)?.origin;
  const server = await serverFindings(origin, version);
  const findings = [
    nodeFinding(),
    diskFinding(data),
    permissionFinding(data),
    await portFinding(options.port ?? portOf(origin), origin),
    await databaseFinding(process.env['DATABASE_URL']),
    ...server,
  ];
  printList(
    findings,
    [
      { name: 'what', of: (row) => row.what },
      { name: 'state', of: (row) => row.state },
      { name: 'detail', of: (row) => row.detail },
      { name: 'remedy', of: (row) => row.remedy },
    ],
    format,
  );
  if (findings.some((finding) => finding.state === 'bad')) process.exitCode = EXIT.error;
}

const DEFAULT_PORT = 7373;

function portOf(origin: string | undefined): number {
  const port = origin !== undefined && URL.canParse(origin) ? Number(new URL(origin).port) : 0;
  return port || DEFAULT_PORT;
}
