// Text that runs: red on each planted place, green on its harmless neighbours.
import { expect, it } from 'vitest';
import { emptyTree, findings, fixture } from '../testing/planted.ts';

it('finds text that becomes code, markup or a shell’s line, weak hashes and certificates that nobody looks at', async () => {
  const runs = 'packages/server/src/runs.ts';
  const markup = 'packages/web/src/Markup.tsx';
  const found = await findings('sinks', fixture('sinks/tree'));
  expect(found.filter((each) => !each.startsWith('packages/server/src/seals.ts'))).toEqual([
    `${runs}:10 a hash that can be forged: md5`,
    `${runs}:10 runs text as code: Function`,
    `${runs}:10 runs text as code: eval`,
    `${runs}:2 hands text to a shell: exec`,
    `${runs}:3 runs text as code: node:vm`,
    `${runs}:8 hands text to a shell: shell`,
    `${runs}:9 lets a certificate pass unlooked at: rejectUnauthorized`,
    `${markup}:3 puts text into the page as markup: innerHTML`,
    `${markup}:4 puts text into the page as markup: insertAdjacentHTML`,
    `${markup}:5 puts text into the page as markup: dangerouslySetInnerHTML`,
  ]);
});

it('finds every cipher but the one of the house, and RSA that seals', async () => {
  const seals = 'packages/server/src/seals.ts';
  const found = await findings('sinks', fixture('sinks/tree'));
  expect(found.filter((each) => each.startsWith(seals))).toEqual([
    `${seals}:6 a cipher that is not the one of the house: aes-256-ecb`,
    `${seals}:7 a cipher that is not the one of the house: told at run time`,
    `${seals}:9 seals by RSA, whose padding gives secrets away: publicEncrypt`,
  ]);
});

it('is red where it saw no module', async () => {
  expect(await findings('sinks', emptyTree())).toEqual(['(sinks) saw no modules']);
});
