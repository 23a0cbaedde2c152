// Writers that note what was acknowledged, and what they have sent without an answer.
import { fieldOf, type Served } from './server.ts';

/** A request that may be sent again: the same key and the same body. */
export interface Delivery {
  readonly title: string;
  readonly path: string;
  readonly body: string;
}

/** What the server has said. Whatever is `open` may have been done or not; its key finds out. */
export interface Book {
  /** Title of each pushed piece to its code. */
  readonly pushed: Map<string, string>;
  readonly open: Map<string, Delivery>;
  /** Imports whose opening was answered, those that were answered as dry runs, those whose commit was. */
  readonly opened: Set<string>;
  readonly read: Set<string>;
  readonly committed: Map<string, string>;
}

export function newBook(): Book {
  return { pushed: new Map(), open: new Map(), opened: new Set(), read: new Set(), committed: new Map() };
}

/** Results in each imported file: enough that a kill often falls into the reading or the commit. */
export const RESULTS = 400;

/** Sends one delivery; true when it was answered. */
export async function deliver(served: Served, book: Book, delivery: Delivery): Promise<boolean> {
  book.open.set(delivery.title, delivery);
  const answer = await served.ask('POST', delivery.path, delivery.body, {
    'idempotency-key': delivery.title,
  });
  if (answer.status !== 201) return answer.status < 500;
  book.pushed.set(delivery.title, String(fieldOf(answer.body, 'code')));
  book.open.delete(delivery.title);
  return true;
}

/** Pushes one piece after another until `over` or until nobody answers. */
export async function pushAlong(
  served: Served,
  book: Book,
  run: { readonly name: string; readonly org: string; readonly over: () => boolean },
): Promise<void> {
  for (let i = 0; !run.over(); i += 1) {
    const title = `${run.name}-${i}`;
    const path = `/v1/orgs/${run.org}/evidence/push?filename=${title}.txt&title=${title}&performed_at=2026-01-05&controls=C-07`;
    const answered = await deliver(served, book, { title, path, body: `bytes of ${title}` }).catch(
      () => false,
    );
    if (!answered) await pause(15);
  }
}

/** Imports one file after another, each a dry run and a commit. */
export async function importAlong(
  served: Served,
  book: Book,
  run: { readonly name: string; readonly org: string; readonly over: () => boolean },
): Promise<void> {
  const base = `/v1/orgs/${run.org}`;
  for (let i = 0; !run.over(); i += 1) {
    try {
      const stored = await served.ask(
        'POST',
        `${base}/artefacts?filename=f.ndjson`,
        fileOf(`${run.name}-${i}`),
      );
      const started = await served.ask('POST', `${base}/imports`, {
        artefact: String(fieldOf(stored.body, 'sha256')),
        filename: 'f.ndjson',
      });
      if (started.status !== 201) continue;
      const id = String(fieldOf(started.body, 'id'));
      book.opened.add(id);
      const read = await served.ask('GET', `${base}/imports/${id}?wait=20`);
      if (fieldOf(read.body, 'state') !== 'pending') continue;
      book.read.add(id);
      const done = await served.ask('POST', `${base}/imports/${id}/commit`);
      if (done.status === 200) book.committed.set(id, String(fieldOf(done.body, 'evidence')));
    } catch {
      await pause(15);
    }
  }
}

/** Every item of a list, page by page. */
export async function everything(served: Served, path: string): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  let cursor: unknown = '';
  do {
    const page = await served.ask(
      'GET',
      `${path}?limit=200${cursor === '' ? '' : `&cursor=${String(cursor)}`}`,
    );
    const rows: unknown = fieldOf(page.body, 'data');
    if (Array.isArray(rows)) all.push(...rows.map((row: unknown) => row));
    cursor = fieldOf(page.body, 'next_cursor');
  } while (typeof cursor === 'string');
  return all;
}

export function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

function fileOf(name: string): string {
  return Array.from({ length: RESULTS }, (_, i) =>
    JSON.stringify({
      SchemaVersion: '2018-10-08',
      Id: `${name}-${i}`,
      GeneratorId: `g/${i % 20}`,
      AwsAccountId: '1',
      UpdatedAt: '2026-06-01T05:00:00Z',
      Resources: [{ Id: `arn:${name}:${i}` }],
      Compliance: { Status: i % 9 === 0 ? 'FAILED' : 'PASSED' },
    }),
  ).join('\n');
}
