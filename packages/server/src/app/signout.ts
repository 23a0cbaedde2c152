// Ends a session on the server and in the browser.
import { signOut } from '../slices/access/sessions.usecases.ts';
import { callerOf } from './caller.ts';
import { sessionCookie } from './cookie.ts';
import type { Deps } from './deps.ts';

export async function endLocalSession(deps: Deps, request: Request, response: Response): Promise<Response> {
  const caller = await callerOf(deps, request);
  const session = caller.ok ? caller.value.secret : undefined;
  if (response.ok && session !== undefined) {
    await signOut(deps, session);
    response.headers.set('set-cookie', sessionCookie(deps, '', 0));
    response.headers.set('clear-site-data', '"cache"');
  }
  return response;
}
