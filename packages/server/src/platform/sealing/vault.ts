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
  /** Where secrets stand in tables: said once the database is open, and before anything is wrapped anew. */
  keptInTables(rewrap: RewrapInTables): void;
}

type RewrapInTables = (secrets: Secrets, realm: string) => Promise<void>;

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
  // A rotation that cannot reach the tables must not end: it would destroy the key that what stands there needs.
  let inTables: RewrapInTables = () => Promise.reject(new Error('the database is not open yet'));
  const rotation = new Rotation({
    keyring,
    blobs,
    holders: {
      'ledger-signing-key': (realm) => Promise.resolve(keys.rewrap(realm)),
      'provider-secret': (realm) => inTables(secrets, realm),
    },
  });
  return {
    blobs,
    keys,
    secrets,
    rotation,
    keptInTables(rewrap) {
      inTables = rewrap;
    },
  };
}

async function rootKeysAt(place: RootKeyPlace, first: boolean): Promise<RootKeys> {
  if (place.kind === 'file') return fileRootKeys(place.path, first);
  return environmentRootKeys(place);
}
