// Reads request bodies within limits: size, depth, media type.
import { err, ok, type Result } from '@assay/core';
import type { Refusal } from './refusal.ts';

/** Largest JSON body in MiB, unless a route allows more, and deepest nesting. */
const LARGEST = 1;
const DEPTH_LIMIT = 64;

/** Parses a JSON body; every refusal is one sentence. */
export async function readJson(request: Request, largest = LARGEST): Promise<Result<unknown, Refusal>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\b/.test(type))
    return err({ code: 'request.media_type', detail: 'Send the body as application/json.' });
  const text = await readText(request, largest);
  if (!text.ok) return text;
  if (tooDeep(text.value))
    return err({ code: 'request.invalid', detail: `The body nests deeper than ${DEPTH_LIMIT} levels.` });
  try {
    const value: unknown = JSON.parse(text.value);
    return ok(value);
  } catch (cause) {
    return err({
      code: 'request.invalid',
      detail: `The body is not JSON: ${cause instanceof Error ? cause.message.slice(0, 200) : 'it cannot be read'}`,
    });
  }
}

async function readText(request: Request, largest: number): Promise<Result<string, Refusal>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | readonly Uint8Array[] = request.body ?? [];
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > largest * 1024 * 1024)
      return err({
        code: 'request.too_large',
        detail: `The body is larger than ${largest} MiB.`,
      });
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks).toString('utf8'));
}

/** Counts brackets outside strings before parsing, so that a hostile depth costs nothing. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (inText) {
      if (code === 92) i += 1;
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 91 || code === 123) {
      depth += 1;
      if (depth > DEPTH_LIMIT) return true;
    } else if (code === 93 || code === 125) depth -= 1;
  }
  return false;
}
