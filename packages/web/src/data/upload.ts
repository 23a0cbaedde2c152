// Sends a file and tells how far it is; the platform's fetch cannot say that, the older request can.
import { addressOf } from '@assay/contract';
import { sessionHeaders } from './api.ts';

export interface Sent {
  readonly sha256: string;
  readonly size: number;
  /** True when these very bytes were here already. */
  readonly known: boolean;
}

export interface Sending {
  readonly done: Promise<Sent>;
  readonly cancel: () => void;
}

export class Cancelled extends Error {}

export function upload(org: string, file: File, tell: (sent: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<Sent>((resolve, reject) => {
    const address = addressOf('artefacts.put', { params: { org }, query: { filename: file.name } });
    request.open('POST', address);
    for (const [name, value] of Object.entries(sessionHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.onprogress = (event) => tell(event.loaded);
    request.onabort = () => reject(new Cancelled('Cancelled.'));
    request.onerror = () => reject(new Error('The connection was lost while the file was sent.'));
    request.onload = () => {
      const answer = answerOf(request.responseText);
      if (request.status >= 200 && request.status < 300 && isSent(answer)) resolve(answer);
      else reject(new Error(detailOf(answer) ?? `The server answered ${request.status}.`));
    };
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}

function answerOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSent(value: unknown): value is Sent {
  return (
    typeof value === 'object' && value !== null && 'sha256' in value && 'size' in value && 'known' in value
  );
}

function detailOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'detail' in value && typeof value.detail === 'string'
    ? value.detail
    : undefined;
}
