// assay serve, assay demo, assay login.
import type { Command } from 'commander';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CommandEnd, EXIT } from '../exit.ts';
import { say } from '../output.ts';
import { settings } from '../config.ts';
import { whole } from '../options.ts';
import { openBrowser } from '../browser.ts';
import type { RootKeyPlace } from '@assay/server';
import { contentFolder, webFolder } from '../home.ts';

interface ServeOptions {
  readonly data?: string;
  readonly port: number;
  readonly host: string;
  readonly allowHost?: string;
  readonly collectFrom?: string[];
  readonly reach?: string[];
  readonly resolver?: string;
  readonly trustedProxy?: string[];
  readonly filesPort?: number;
  readonly team?: boolean;
  readonly trailTo?: string[];
  readonly open: boolean;
  readonly demo: boolean;
}

export function addServeCommands(program: Command, version: string): void {
  program
    .command('serve')
    .description('Start the server and the web application')
    .option('--data <dir>', 'where everything lies (ASSAY_DATA; default ~/.assay, for root /var/lib/assay)')
    .addOption(whole('--port <number>', 'port', { min: 1, max: 65_535 }).default(7373))
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--allow-host <names>', 'further host names to answer to, separated by commas')
    .option('--collect-from <dirs...>', 'directories below which scheduled imports may read')
    .option('--reach <hosts...>', 'hosts inside that the server may ask, as host or host:port')
    .option('--resolver <address>', 'resolver that is asked for the records of domains, as address:port')
    .option('--trusted-proxy <addresses...>', 'addresses or networks of the proxies before this server')
    .addOption(
      whole('--files-port <number>', 'a port of its own at which browsers open uploaded files', {
        min: 1,
        max: 65_535,
      }),
    )
    .option('--team', 'many people with accounts instead of one owner on this machine (ASSAY_TEAM=1)')
    .option('--trail-to <addresses...>', 'stream the trail: syslog+tls://host:6514, ocsf+file:///path')
    .option('--no-open', 'do not open a browser')
    .option('--no-demo', 'do not make the demo company in an empty directory')
    .action((options: ServeOptions) => serve(options, version));
  program
    .command('demo')
    .description('Start with the demo company in a directory of its own that may be thrown away')
    .addOption(whole('--port <number>', 'port', { min: 1, max: 65_535 }).default(7373))
    .option('--no-open', 'do not open a browser')
    .action((options: { readonly port: number; readonly open: boolean }) =>
      serve({ ...options, host: '127.0.0.1', demo: true, data: temporaryData() }, version),
    );
}

/** A directory that the engine can walk to even when root started it. */
function temporaryData(): string {
  const directory = mkdtempSync(join(tmpdir(), 'assay-demo-'));
  chmodSync(directory, 0o711);
  return directory;
}

/** The root key's digits leave the environment: no process that is started from here is given them. */
function rootKeyOf(env: NodeJS.ProcessEnv): RootKeyPlace | undefined {
  const { ASSAY_ROOT_KEY: key, ASSAY_ROOT_KEY_BEFORE: before, ASSAY_ROOT_KEY_FILE: path } = env;
  delete env['ASSAY_ROOT_KEY'];
  delete env['ASSAY_ROOT_KEY_BEFORE'];
  if (key !== undefined && key !== '') return { kind: 'environment', key, ...(before && { before }) };
  return path === undefined || path === '' ? undefined : { kind: 'file', path: resolve(path) };
}

async function serve(options: ServeOptions, version: string): Promise<void> {
  const { AlreadyRunning, defaultDataPath, start } = await import('@assay/server');
  const { port } = options;
  const data = settings({ data: options.data })('data')?.value ?? defaultDataPath(process.env);
  const began = performance.now();
  try {
    const running = await start({
      data,
      port,
      host: options.host,
      hosts: listed(options.allowHost),
      collectFrom: (options.collectFrom ?? []).map((directory) => resolve(directory)),
      resolver: options.resolver ?? process.env['ASSAY_RESOLVER'],
      reach: options.reach ?? listed(process.env['ASSAY_REACH']),
      trustedProxies: options.trustedProxy ?? listed(process.env['ASSAY_TRUSTED_PROXY']),
      publicUrl: listed(process.env['ASSAY_PUBLIC_URL'])[0],
      files:
        options.filesPort === undefined
          ? undefined
          : { port: options.filesPort, url: listed(process.env['ASSAY_FILES_URL'])[0] },
      signIn: {
        mode: options.team === true || process.env['ASSAY_TEAM'] === '1' ? 'team' : 'local',
        ...minutesOf('idleMinutes', 'ASSAY_IDLE_MINUTES'),
        ...minutesOf('absoluteMinutes', 'ASSAY_SESSION_MINUTES'),
      },
      trailTo: options.trailTo ?? listed(process.env['ASSAY_TRAIL_TO']),
      demo: options.demo,
      rootKey: rootKeyOf(process.env),
      databaseUrl: process.env['DATABASE_URL'],
      content: contentFolder,
      web: webFolder,
      version,
      mail: {
        smtp: process.env['ASSAY_SMTP_URL'],
        from: process.env['ASSAY_MAIL_FROM'],
      },
    });
    // Before anybody is told that it runs: whoever asks at once for a stop gets a whole one.
    const stopped = untilStopped();
    const address = await running.signInAddress();
    say(
      [
        `Assay ${version} is ready after ${((performance.now() - began) / 1000).toFixed(1)} s`,
        `  open   ${address}`,
        `  data   ${data}${process.env['DATABASE_URL'] ? ' and the database of DATABASE_URL' : ''}`,
        '  stop   Ctrl-C',
        '',
      ].join('\n'),
    );
    if (options.open) openBrowser(address);
    await stopped;
    await running.stop();
  } catch (cause) {
    if (!(cause instanceof AlreadyRunning)) throw cause;
    say(
      `Assay is running already with this data: ${cause.origin}\nA new sign-in link: assay login --data ${data}`,
    );
  }
}

/** A length of sessions from the environment, in minutes; what is none is said, not guessed. */
function minutesOf(name: 'idleMinutes' | 'absoluteMinutes', variable: string) {
  const text = process.env[variable];
  if (text === undefined || text === '') return {};
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 43_200)
    throw new CommandEnd(
      EXIT.usage,
      `${variable} is ${text}, not minutes.`,
      'Write a whole number from 1 to 43200.',
    );
  return { [name]: minutes };
}

/** What stands between commas. */
function listed(text = ''): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A terminal tells the whole family of processes, and the parent passes it on: that is one wish. Later is another. */
const SAME_WISH_MS = 1000;

function untilStopped(): Promise<void> {
  process.removeAllListeners('SIGINT');
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const stop = (): void => {
        resolve();
        setTimeout(() => process.off(signal, stop), SAME_WISH_MS).unref();
      };
      process.on(signal, stop);
    }
  });
}
