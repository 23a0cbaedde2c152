// Many records in one request: a JSON value a line, judged one by one, written in one transaction.
import { evidenceLineIn, type EvidenceLine } from '@assay/contract';
import { err, ok, type Result } from '@assay/core';
import type { ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { outline } from '../controls/controls.module.ts';
import { noteArtefacts, type ArtefactRecord } from './artefacts.repository.ts';
import { receiveArtefact } from './artefacts.usecases.ts';
import { addAll, type EvidenceDraft } from './evidence.usecases.ts';
import { draftOf } from './draft.ts';
import type { Routes } from '@assay/contract';

/** Largest request: 32 MiB and 10,000 lines; more is sent as more requests, each with its own key. */
const MOST_BYTES = 32 * 1024 ** 2;
const MOST_LINES = 10_000;
/** Files that are put on the disk side by side. */
const SIDE_BY_SIDE = 16;

type Context = ContextOf<Routes['evidence.bulk']>;

interface Ready {
  readonly draft: EvidenceDraft;
  readonly bytes: ArtefactRecord | undefined;
}

/** Records every line that holds; the answer says of each line what became of it. */
export async function addFromLines(context: Context, body: AsyncIterable<Uint8Array>) {
  const text = await receive(body);
  if (!text.ok) return text;
  context.received(sha256Hex(text.value));
  const lines = text.value
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [{ line, at: i + 1 }]));
  if (lines.length > MOST_LINES)
    return err<Refusal>({
      code: 'request.too_large',
      detail: `The request has more than ${MOST_LINES} lines; send it in parts.`,
    });
  const ready: Result<Ready, Refusal>[] = [];
  for (let i = 0; i < lines.length; i += SIDE_BY_SIDE)
    ready.push(
      ...(await Promise.all(
        lines.slice(i, i + SIDE_BY_SIDE).map(({ line, at }) => prepare(context, line, at)),
      )),
    );
  const added = await record(
    context,
    ready.flatMap((each) => (each.ok ? [each.value] : [])),
  );
  const next = added.values();
  const data = lines.map(({ at }, i) => {
    const prepared = ready[i];
    const result = prepared?.ok ? next.next().value : prepared;
    return result?.ok
      ? { line: at, ...result.value, problem: null }
      : { line: at, id: null, code: null, sha256: null, problem: problemOf(result?.error) };
  });
  const recorded = data.filter((each) => each.problem === null).length;
  return ok({ data: { recorded, refused: data.length - recorded, data } });
}

async function record(context: Context, ready: readonly Ready[]) {
  const { deps, scope, now } = context;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const model = await outline(tx, scope, now);
    await noteArtefacts(
      tx,
      scope,
      ready.flatMap((each) => each.bytes ?? []),
      now,
    );
    const added = await addAll(
      { tx, scope, now, knownControls: new Set(model.controls.map((control) => control.code)) },
      ready.map((each) => each.draft),
    );
    return added.map((each) =>
      each.ok ? ok({ id: each.value.id, code: each.value.code, sha256: each.value.artefact.sha256 }) : each,
    );
  });
}

/** Reads one line and puts its text, when it brings one, on the disk. */
async function prepare(context: Context, line: string, at: number): Promise<Result<Ready, Refusal>> {
  const parsed = parse(line);
  if (!parsed.ok) return parsed;
  const given = parsed.value;
  if (given.artefact !== undefined) return ok({ draft: draftOf(given, given.artefact), bytes: undefined });
  const stored = await receiveArtefact(context, {
    filename: given.filename ?? `line-${at}.txt`,
    bytes: bytesOf(given.content ?? ''),
  });
  return stored.ok ? ok({ draft: draftOf(given, stored.value.sha256), bytes: stored.value }) : stored;
}

function parse(line: string): Result<EvidenceLine, Refusal> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return err({ code: 'request.invalid', detail: 'The line is not JSON.' });
  }
  const parsed = evidenceLineIn.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err({
    code: 'request.invalid',
    detail: `/${issue?.path.map(String).join('/') ?? ''}: ${issue?.message ?? 'not valid'}`,
  });
}

async function receive(body: AsyncIterable<Uint8Array>): Promise<Result<string, Refusal>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MOST_BYTES)
      return err({
        code: 'request.too_large',
        detail: `The request is larger than ${MOST_BYTES / 1024 ** 2} MiB; send it in parts.`,
      });
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks).toString('utf8'));
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function problemOf(refusal: Refusal | undefined) {
  return { code: refusal?.code ?? 'server.internal', detail: refusal?.detail ?? '' };
}
