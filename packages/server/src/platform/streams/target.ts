// Where lines are streamed to: a file of this machine, or a collector that listens. Named by one address.
import { open } from 'node:fs/promises';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

export interface StreamTarget {
  /** The address as it was given. */
  readonly address: string;
  readonly format: 'syslog' | 'ocsf';
  readonly to:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'tcp' | 'tls'; readonly host: string; readonly port: number };
}

const WAIT_MS = 10_000;

/** Reads an address such as `syslog+tls://logs.example:6514` or `ocsf+file:///var/log/assay.json`. */
export function parseTarget(address: string): StreamTarget | undefined {
  const [, format, kind] = /^(syslog|ocsf)\+(file|tcp|tls):\/\//.exec(address) ?? [];
  if ((format !== 'syslog' && format !== 'ocsf') || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (kind === 'file')
    return url.host === '' && url.pathname.length > 1
      ? { address, format, to: { kind, path: decodeURIComponent(url.pathname) } }
      : undefined;
  if (kind !== 'tcp' && kind !== 'tls') return undefined;
  const port = Number(url.port);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return host !== '' && port > 0 ? { address, format, to: { kind, host, port } } : undefined;
}

/** Hands lines over; a collector that does not take them all is a failure, and they are handed over again. */
export async function sendLines(target: StreamTarget, lines: readonly string[]): Promise<void> {
  const bytes = Buffer.concat(lines.map((line) => framed(target, line)));
  if (target.to.kind === 'file') await appendDurably(target.to.path, bytes);
  else await sendOver(target.to, bytes);
}

/** Over a connection syslog counts octets (RFC 6587 section 3.4.1); all else is one line each. */
function framed({ format, to }: StreamTarget, line: string): Buffer {
  const bytes = Buffer.from(line, 'utf8');
  if (format === 'syslog' && to.kind !== 'file')
    return Buffer.concat([Buffer.from(`${bytes.byteLength} `), bytes]);
  return Buffer.concat([bytes, Buffer.from('\n')]);
}

async function appendDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function sendOver(
  to: { readonly kind: 'tcp' | 'tls'; readonly host: string; readonly port: number },
  bytes: Buffer,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const { host, port } = to;
    const socket = to.kind === 'tls' ? connectTls({ host, port, servername: host }) : connect({ host, port });
    socket.setTimeout(WAIT_MS, () => socket.destroy(new Error(`${host}:${port} does not answer`)));
    socket.once('error', reject);
    socket.once('close', (failed: boolean) => {
      if (!failed) resolve();
    });
    socket.resume();
    socket.once(to.kind === 'tls' ? 'secureConnect' : 'connect', () => socket.end(bytes));
  });
}
