// A server of the rotation's test: turns an organisation's keys as fast as it can until somebody kills it.
import { parseId } from '@assay/core';
import { vaultAlone } from './vaultAlone.ts';

const [keys = '', artefacts = '', realm = ''] = process.argv.slice(2);
const vault = await vaultAlone({ keys, artefacts });
const org = parseId('organisation', realm);
vault.rotation.resume([realm]);
process.send?.('begun');
for (let i = 0; org; i += 1) {
  await vault.rotation.settled(realm);
  vault.rotation.begin(realm);
  if (i % 3 === 0) vault.rotation.root();
  const text = `written while keys turn ${process.pid} ${i}`;
  const { sha256 } = await vault.blobs.put(org, once(text), 1000);
  process.send?.({ sha256, text });
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}
