// Ends a session on the server and in the browser.
import { sha256Hex } from '../platform/crypto.ts';
import { endSession } from '../slices/access/access.repository.ts';
import { callerOf, SESSION_COOKIE } from './caller.ts';
import type { Deps } from './deps.ts';

export async function endLocalSession(deps: Deps, request: Request, response: Response): Promise<Response> {
  const caller = await callerOf(deps, request);
  const session = caller.ok ? caller.value.session : undefined;
  if (response.ok && session !== undefined) {
    await deps.db.inIdentity((tx) => endSession(tx, sha256Hex(session)));
    response.headers.set('set-cookie', `${SESSION_COOKIE}=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0`);
  }
  return response;
}
