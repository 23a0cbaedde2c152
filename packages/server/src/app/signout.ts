// Ends a session on the server and in the browser.
import { signOut } from '../slices/access/sessions.usecases.ts';
import { callerOf, SESSION_COOKIE } from './caller.ts';
import type { Deps } from './deps.ts';

export async function endLocalSession(deps: Deps, request: Request, response: Response): Promise<Response> {
  const caller = await callerOf(deps, request);
  const session = caller.ok ? caller.value.session : undefined;
  if (response.ok && session !== undefined) {
    await signOut(deps, session);
    response.headers.set('set-cookie', `${SESSION_COOKIE}=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0`);
  }
  return response;
}
