import { describe, expect, it } from 'vitest';
import { dayOf, guessMapping, mapRow } from './mapping.ts';

describe('the columns of a table', () => {
  it('are guessed from their names, however they are written', () => {
    expect(guessMapping(['Employee ID', 'Left On', 'accessRemovedOn', 'Team'], 'leavers')).toEqual({
      key: 'Employee ID',
      day: 'Left On',
      done: 'accessRemovedOn',
      fields: ['Team'],
    });
  });

  it('are not guessed where no name says so', () => {
    expect(guessMapping(['x', 'y'], 'incidents')).toEqual({
      key: undefined,
      day: undefined,
      done: undefined,
      fields: ['x', 'y'],
    });
  });
});

describe('a row of a table', () => {
  const mapping = { key: 'id', day: 'on', done: 'off', fields: ['team', 'gone'] };

  it('becomes a row of the population, without empty cells', () => {
    expect(
      mapRow({ id: ' 7 ', on: '2026-03-01T23:30:00+05:00', off: '', team: 'Ops', gone: ' ' }, mapping),
    ).toEqual({
      ok: true,
      value: { key: '7', day: '2026-03-01', done: undefined, fields: { team: 'Ops' } },
    });
    expect(mapRow({ id: '7', on: '1.3.2026', off: '02.03.2026' }, mapping)).toMatchObject({
      value: { day: '2026-03-01', done: '2026-03-02' },
    });
  });

  it('is refused for what cannot be read, and never half taken', () => {
    const fault = (cells: Readonly<Record<string, string>>): unknown => mapRow(cells, mapping);
    expect(fault({ on: '2026-03-01' })).toEqual({ ok: false, error: 'no_key' });
    expect(fault({ id: '7' })).toEqual({ ok: false, error: 'no_day' });
    expect(fault({ id: '7', on: '03/04/2026' })).toEqual({ ok: false, error: 'day_unreadable' });
    expect(fault({ id: '7', on: '2026-03-01', off: 'yes' })).toEqual({ ok: false, error: 'done_unreadable' });
  });

  it('has no day that does not exist', () => {
    expect(['2026-02-29', '31.4.2026', 'soon', '2026-13-01T00:00:00Z'].map(dayOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
