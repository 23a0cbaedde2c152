// An import as its user sees it: asked for, then waited for until its file is read.
import { OWNER, send, type House } from './house.ts';

/** Starts an import and answers it once it is read; a refusal is answered as it came. */
export async function importFile(house: House, base: string, body: object): Promise<Response> {
  const started = await send(house, 'POST', `${base}/imports`, { headers: OWNER, body });
  if (!started.ok) return started;
  const answer: unknown = await started.json();
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : '';
  return send(house, 'GET', `${base}/imports/${id}?wait=20`, { headers: OWNER });
}
