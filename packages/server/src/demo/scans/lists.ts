// Lists that people sent: leavers, and every grant of access.
import type { Calendar } from '../calendar.ts';
import { OWNERS } from '../people.ts';
import { accessReviewText, LEAVER_COLUMNS, leaversText, REVIEW_COLUMNS, type Leaver } from './people.ts';
import type { ScanFile } from './scan.ts';

/** Who left since the window began; Petra Ansel's last account was closed after nine days. */
export const LEFT: readonly Leaver[] = [
  ['Mila Dragan', 92, 1],
  ['Otto Vermeer', 66, 0],
  ['Petra Ansel', 41, 9],
  ['Luuk Farah', 27, 1],
  ['Inge Solheim', 16, 0],
];

export function lists(on: Calendar): readonly ScanFile[] {
  const leavers = (daysAgo: number, from: number, people: Parameters<typeof leaversText>[1]): ScanFile => ({
    filename: `leavers-${on.ago(daysAgo)}.csv`,
    daysAgo,
    arrived: '09:30',
    text: leaversText(on.today, people),
    method: 'upload',
    controls: ['C-30'],
    covers: [from, daysAgo],
    columns: LEAVER_COLUMNS,
    called: { title: `Leavers and their accounts, to ${on.month(daysAgo)}`, kind: 'population' },
    acceptedBy: OWNERS.security_lead,
  });
  const review = (daysAgo: number, odd: Readonly<Record<string, string>>): ScanFile => ({
    filename: `access-review-${on.ago(daysAgo)}.csv`,
    daysAgo,
    arrived: '17:00',
    text: accessReviewText(on.ago(daysAgo), odd),
    method: 'upload',
    controls: ['C-43'],
    columns: REVIEW_COLUMNS,
    called: { title: `Access review, every grant, ${on.month(daysAgo)}`, kind: 'population' },
    acceptedBy: OWNERS.security_lead,
  });
  return [
    leavers(112, 215, [
      ['Sander Wolfe', 205, 0],
      ['Ayla Brandt-Nowak', 171, 1],
      ['Kees Lorimer', 130, 0],
    ]),
    leavers(12, 112, LEFT),
    review(194, { 'Teun Marlow production': 'removed', 'Daan Iversen billing': 'not answered' }),
    review(103, { 'Daan Iversen billing': 'removed', 'Tijn Moreau support desk': 'not answered' }),
  ];
}
