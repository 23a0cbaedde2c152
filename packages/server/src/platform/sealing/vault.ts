// Everything of an installation that is sealed, opened with its root key.
import { localBlobs, sealedRealms } from '../blobs/localBlobs.ts';
import type { Blobs } from '../blobs/blobs.ts';
import type { DataDir } from '../datadir.ts';
import { fileKeys, type Keys } from '../keys.ts';
import { hasRings, Keyring } from './keyring.ts';
import {
  environmentRootKeys,
  fileRootKeys,
  ownRootKey,
  type RootKeyPlace,
  type RootKeys,
} from './rootKey.ts';
import { Rotation } from './rotation.ts';
import { secretsOf, type Secrets } from './secrets.ts';

export interface Vault {
  readonly blobs: Blobs;
  readonly keys: Keys;
  readonly secrets: Secrets;
  readonly rotation: Rotation;
}

/** Opens it, or throws a StartFailure that says which key is missing. */
export async function openVault(
  data: Pick<DataDir, 'keys' | 'artefacts'>,
  place: RootKeyPlace = ownRootKey(data.keys),
): Promise<Vault> {
  const sealed = sealedRealms(data.artefacts);
  const first = sealed.length === 0 && !hasRings(data.keys);
  const keyring = new Keyring(data.keys, await rootKeysAt(place, first), sealed);
  const blobs = localBlobs(data.artefacts, keyring);
  const secrets = secretsOf(keyring);
  const keys = fileKeys(data.keys, secrets);
  const rotation = new Rotation({ keyring, blobs });
  rotation.hold('ledger-signing-key', (realm) => Promise.resolve(keys.rewrap(realm)));
  return { blobs, keys, secrets, rotation };
}

async function rootKeysAt(place: RootKeyPlace, first: boolean): Promise<RootKeys> {
  if (place.kind === 'file') return fileRootKeys(place.path, first);
  return environmentRootKeys(place);
}
