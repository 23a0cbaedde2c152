// Keys wrapped anew, one after the other, while everything goes on: it may end at any moment and goes on where it was,
// because which key wraps what stands with what is wrapped. The key before is destroyed when it wraps nothing any more.
import { parseId } from '@assay/core';
import { SealBroken } from '@assay/sources';
import type { Blobs } from '../blobs/blobs.ts';
import type { Keyring } from './keyring.ts';
import { SECRET_KINDS, type Holder, type SecretKind } from './secrets.ts';

export interface RealmKeys {
  /** Number of the key that wraps now. */
  readonly version: number;
  /** Keys of items, and how many of them the present key wraps. */
  readonly items: number;
  readonly current: number;
  readonly turning: boolean;
  /** Files of an older Assay that are not sealed yet, and those of them whose bytes are not what they were. */
  readonly unsealed: number;
  readonly damaged: number;
}

export interface RootKeysState {
  readonly kind: string;
  /** Id of the root key that wraps now. */
  readonly id: string;
  readonly realms: number;
  readonly current: number;
}

export class Rotation {
  readonly #keyring: Keyring;
  readonly #blobs: Pick<Blobs, 'sealAll' | 'unsealed'>;
  readonly #holders = new Map<SecretKind, Holder>();
  /** What runs for a realm; one at a time. */
  readonly #running = new Map<string, Promise<void>>();
  #stopped = false;

  constructor(parts: { readonly keyring: Keyring; readonly blobs: Pick<Blobs, 'sealAll' | 'unsealed'> }) {
    this.#keyring = parts.keyring;
    this.#blobs = parts.blobs;
  }

  /** Says who wraps a kind of secret anew; no rotation ends without one for each kind. */
  hold(kind: SecretKind, holder: Holder): void {
    this.#holders.set(kind, holder);
  }

  /** Goes on with whatever a stop or a kill left, and seals what an older Assay stored plain. */
  resume(realms: readonly string[]): void {
    if (this.#keyring.roots.before.length > 0 && this.#keyring.roots.settle) this.#rewrapRings();
    for (const realm of new Set([...realms, ...this.#keyring.realms])) this.#run(realm);
  }

  /** Adds a key to a realm and wraps everything by it; a rotation that is under way goes on. */
  begin(realm: string): void {
    if (!this.#keyring.of(realm).turning) this.#keyring.turn(realm);
    this.#run(realm);
  }

  /** Wraps all rings by the next root key; false where only configuration can bring one. */
  root(): boolean {
    if (!this.#keyring.turnRoot()) return false;
    this.#rewrapRings();
    return true;
  }

  async state(realm: string): Promise<RealmKeys> {
    const ring = this.#keyring.of(realm);
    const ids = await this.#keyring.items(realm);
    const org = parseId('organisation', realm);
    const { files, damaged } = org ? await this.#blobs.unsealed(org) : { files: 0, damaged: 0 };
    return {
      version: ring.version,
      items: ids.length,
      current: ids.filter((id) => this.#keyring.versionOf(realm, id) === ring.version).length,
      turning: ring.turning,
      unsealed: files,
      damaged,
    };
  }

  rootState(): RootKeysState {
    const { kind, current } = this.#keyring.roots;
    const rings = this.#keyring.realms.map((realm) => this.#keyring.of(realm));
    return {
      kind,
      id: current.id,
      realms: rings.length,
      current: rings.filter(({ roots }) => roots.every((id) => id === current.id)).length,
    };
  }

  /** Ends after the item that is being written; what is left waits for the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running.values());
  }

  /** Ends when nothing runs for a realm. */
  async settled(realm: string): Promise<void> {
    await this.#running.get(realm);
  }

  #run(realm: string): void {
    if (this.#running.has(realm) || this.#stopped) return;
    const run = this.#rewrapAll(realm)
      // What fails is tried again at the next start, and the state says that it is not done.
      .catch(() => undefined)
      .finally(() => this.#running.delete(realm));
    this.#running.set(realm, run);
  }

  async #rewrapAll(realm: string): Promise<void> {
    const org = parseId('organisation', realm);
    if (org) await this.#blobs.sealAll(org, () => this.#refuseStopped());
    const ring = this.#keyring.of(realm);
    if (!ring.turning) return;
    // Keys that were made before the turn are wrapped by the key before it.
    await this.#keyring.written();
    for (const id of await this.#keyring.items(realm)) {
      this.#refuseStopped();
      await this.#rewrap(realm, id);
    }
    for (const kind of SECRET_KINDS) {
      const rewrap = this.#holders.get(kind);
      if (!rewrap) throw new Error(`nobody wraps ${kind} anew`);
      await rewrap(realm);
    }
    await this.#keyring.sync(realm);
    const { items, current } = await this.state(realm);
    if (items === current) ring.settle();
  }

  /** A key that was changed opens nothing: it stays as it is, and the key before stays with it. */
  async #rewrap(realm: string, id: string): Promise<void> {
    try {
      await this.#keyring.rewrap(realm, id);
    } catch (cause) {
      if (!(cause instanceof SealBroken)) throw cause;
    }
  }

  #rewrapRings(): void {
    for (const realm of this.#keyring.realms) this.#keyring.rewrapRing(realm);
    this.#keyring.settleRoot();
  }

  #refuseStopped(): void {
    if (this.#stopped) throw new Error('the server stops');
  }
}
