// A vault of an installation without a database: no secret stands in tables.
import { SECRET_KINDS } from '../secrets.ts';
import { openVault, type Vault } from '../vault.ts';

export async function vaultAlone(...parts: Parameters<typeof openVault>): Promise<Vault> {
  const vault = await openVault(...parts);
  for (const kind of SECRET_KINDS)
    if (kind !== 'ledger-signing-key') vault.rotation.hold(kind, () => Promise.resolve());
  return vault;
}
