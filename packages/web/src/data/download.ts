// Downloads that ask who is there: confirmed before the browser goes, which would show a refusal as text.
import { api, take } from './api.ts';
import { askToShow } from './stepUp.ts';

export async function downloadShown(address: string): Promise<void> {
  const { mode } = take(await api['session.read']({}));
  const account = take(await api['account.read']({}));
  const factors = account.sessions.find((each) => each.this)?.factors ?? [];
  const hasSomething =
    account.password !== null ||
    account.passkeys.length > 0 ||
    factors.some((factor) => factor === 'oidc' || factor === 'mail');
  const asks = mode === 'team' && hasSomething && !account.stepped_up;
  if (asks && !(await askToShow())) return;
  location.assign(address);
}
