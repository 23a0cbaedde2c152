import { expect, test } from 'vitest';
import { phrases, says, saysOnly } from './words.ts';

test('words are found whole, by their beginning, their end or a part', () => {
  expect(says('Statement', phrases('state'))).toBe(false);
  expect(says('State / Zustand', phrases('state'))).toBe(true);
  expect(says('Begründung für Ausschluss', phrases('begründ*+ausschl*'))).toBe(true);
  expect(says('Umsetzungsstatus', phrases('*status'))).toBe(true);
  expect(says('Maßnahmenverantwortliche', phrases('*verantwort*'))).toBe(true);
});

test('words of one phrase follow one another; parts may stand anywhere', () => {
  expect(says('Not (yet) applicable', phrases('not applicable'))).toBe(false);
  expect(says('Not applicable?', phrases('not applicable'))).toBe(true);
  expect(says('Exclusion: reasons', phrases('reason*+exclu*'))).toBe(true);
});

test('a text that says more is not only that', () => {
  expect(saysOnly('High', phrases('high|very high'))).toBe(true);
  expect(saysOnly('Very high', phrases('high'))).toBe(false);
});
