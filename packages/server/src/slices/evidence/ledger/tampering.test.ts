// Tampering by whoever owns everything, found offline by whoever kept one old checkpoint.
import { describe, expect, it } from 'vitest';
import { seeded } from './testing/campaign.ts';
import { honestOnce, TAMPERINGS, tamperOnce } from './testing/tampering.ts';

describe('an auditor who kept one checkpoint', () => {
  it.each(TAMPERINGS)('finds every %s of what was signed before, 40 at random', (how) => {
    const pick = seeded(TAMPERINGS.indexOf(how));
    for (let i = 0; i < 40; i += 1) {
      const found = tamperOnce(how, pick);
      expect(found.map((each) => each.item)).toContain('kept checkpoint');
      // The forger holds the key: nothing else gives him away.
      expect(found).toHaveLength(1);
    }
  });

  it('finds nothing in 40 honest ledgers', () => {
    const pick = seeded(7);
    for (let i = 0; i < 40; i += 1) expect(honestOnce(pick)).toEqual([]);
  });
});
