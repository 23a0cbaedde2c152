// Who wraps the secrets that stand in tables anew when keys are rotated.
import { rewrapProviderSecret } from '../slices/access/access.module.ts';
import { rewrapAllCodes } from '../slices/access/account/codes.usecases.ts';
import type { Deps } from './deps.ts';

/** Said once the database is there, before a rotation goes on. */
export function holdSecrets(deps: Pick<Deps, 'pool' | 'secrets' | 'rotation'>): void {
  deps.rotation.hold('one-time-code', (realm) => rewrapAllCodes(deps, realm));
  deps.rotation.hold('provider-secret', (realm) => rewrapProviderSecret(deps.pool, deps.secrets, realm));
}
