// Papers on continuity, availability and the office.
import { OWNERS } from '../people.ts';
import type { Paper } from './paper.ts';

export const continuity: readonly Paper[] = [
  {
    title: 'Restore test: failed at point-in-time recovery',
    file: 'restore-test-protocol.md',
    kind: 'record',
    by: OWNERS.platform_engineer,
    controls: ['C-91'],
    done: 101,
    review: {
      state: 'rejected',
      reason: 'The test did not reach its goal. Record the cause, mend it and test again.',
    },
    body: () => `Goal: the schedule database as it was at 02:20, within four hours. Snapshot restored in 38 minutes. Point-in-time recovery stopped at 02:10: that log was missing in the archive. Goal not reached.
Cause: the archive job skipped files while the retention rule ran. Ticket OPS-311, ${OWNERS.platform_engineer}.`,
  },
  {
    title: 'Restore test repeated: back in 1 hour 52 minutes',
    file: 'restore-test-protocol-repeated.md',
    kind: 'record',
    by: OWNERS.platform_engineer,
    controls: ['C-91'],
    done: 58,
    body: () =>
      `Goal: as before. Reached 02:20 after 1 hour 52 minutes; 1,000 of 1,000 sampled documents match; data could be decrypted with the restored key. Promise to customers: 4 hours. Witness: ${OWNERS.engineering_lead}. OPS-311 closed.`,
  },
  {
    title: 'Continuity plan and its table test',
    file: 'continuity-plan.md',
    kind: 'document',
    by: OWNERS.founder,
    controls: ['C-92'],
    done: 82,
    covers: [82, -283],
    body: () =>
      `Back within 4 hours, at most 15 minutes lost. Three cases: region down, office gone, key person gone. Table test of “region down” with six people: 3 hours 20 on paper, held up by one missing phone number, now in the plan. A live exercise has not been held (C-74).`,
  },
  {
    title: 'Uptime by month and what we promised',
    file: 'uptime.csv',
    kind: 'export',
    by: OWNERS.platform_engineer,
    controls: ['C-94'],
    done: 5,
    covers: [95, 5],
    body: (on) => `month,uptime_percent,promised,minutes_down
${on.month(80)},100.00,99.9,0
${on.month(50)},99.89,99.9,47
${on.month(20)},99.99,99.9,4`,
  },
  {
    title: 'Office badges: list and quarterly check',
    file: 'badges.md',
    kind: 'record',
    by: OWNERS.it_admin,
    controls: ['C-95'],
    done: 23,
    covers: [114, 23],
    body: () =>
      `41 badges for 41 people, 2 for cleaners (weekdays 18 to 20), 4 for visitors in the drawer. Found: one badge of a leaver still on, opened nothing since. Blocked. Door log of four days compared with the calendar: nothing odd.`,
  },
  {
    title: 'Office building: water, fire, power',
    file: 'building-protection.md',
    kind: 'record',
    by: OWNERS.it_admin,
    controls: ['C-97'],
    done: 300,
    body: () =>
      `Third floor, above the flood line. Fire detectors tested by the landlord, extinguishers valid. No server room; a switch and two access points in a locked cupboard with a small battery. Network cabling belongs to the landlord.`,
  },
  {
    title: 'Laptop batteries and printers serviced',
    file: 'equipment-maintenance.md',
    kind: 'record',
    by: OWNERS.it_admin,
    controls: ['C-98'],
    done: 140,
    body: () =>
      `Three swollen batteries exchanged by the maker, disks taken out before. Printer: drum changed, memory wiped. Access points: firmware of this spring.`,
  },
];
