// A vault of an installation without a database: no secret stands in tables.
import { openVault, type Vault } from '../vault.ts';

export async function vaultAlone(...parts: Parameters<typeof openVault>): Promise<Vault> {
  const vault = await openVault(...parts);
  vault.keptInTables(() => Promise.resolve());
  return vault;
}
