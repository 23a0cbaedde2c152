// The picture's twin in rows: what it shows, for readers, spreadsheets and machines.
import { dateOfDay } from '../../kernel/index.ts';
import type { StripColumns } from './columns.ts';
import { pinsText } from './pins.ts';
import type { StripRow } from './row.ts';
import { DAY_WORDS, STANDING_WORDS } from './words.ts';

/** One line for each stretch of each control, with the days of samples in it: the picture can be drawn again. */
export function stripCsv(rows: readonly StripRow[], columns: StripColumns): readonly (readonly string[])[] {
  return [
    [
      'control',
      'name',
      'owner',
      'standing',
      'filled',
      'expected so far',
      'longest gap in days',
      'from',
      'to',
      'days',
      'state',
      'sampled',
    ],
    ...rows.flatMap((row) =>
      row.stretches.map(({ column, days, state }) => [
        row.control,
        row.name,
        row.owner ?? '',
        STANDING_WORDS[row.standing].word,
        String(row.coverage.filled),
        String(row.coverage.of),
        String(row.longestGapDays),
        dateOfDay(columns.first + column),
        dateOfDay(columns.first + column + days - 1),
        String(days),
        DAY_WORDS[state].word,
        pinsText(
          columns,
          row.pins.filter((pin) => column <= pin.column && pin.column < column + days),
        ),
      ]),
    ),
  ];
}
