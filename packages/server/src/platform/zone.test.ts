// Zones of the machine's database, as tables of offsets.
import { describe, expect, test } from 'vitest';
import { isZoneName, zoneOf } from './zone.ts';

const from = Date.UTC(2026, 0, 1);
const until = Date.UTC(2027, 0, 1);

describe('a zone as a table', () => {
  test('holds both changes of a year of daylight saving, to the minute', () => {
    expect(zoneOf('Europe/Berlin', from, until)).toEqual({
      name: 'Europe/Berlin',
      standardMinutes: 60,
      offsets: [
        { from: '2026-03-29T01:00:00.000Z', minutes: 120 },
        { from: '2026-10-25T01:00:00.000Z', minutes: 60 },
      ],
    });
  });

  test('holds a shift of half an hour, south of the equator', () => {
    expect(zoneOf('Australia/Lord_Howe', from, until)).toMatchObject({
      standardMinutes: 660,
      offsets: [{ minutes: 630 }, { minutes: 660 }],
    });
  });

  test('is empty where nothing changes', () => {
    expect(zoneOf('Asia/Kolkata', from, until)).toEqual({
      name: 'Asia/Kolkata',
      standardMinutes: 330,
      offsets: [],
    });
  });

  test('is asked for by a name that the machine knows', () => {
    expect(isZoneName('America/New_York')).toBe(true);
    expect(isZoneName('Europe/Atlantis')).toBe(false);
  });
});
