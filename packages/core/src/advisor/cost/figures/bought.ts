// What is bought beside the audit: help, tools, a penetration test, training, travel.
import type { FigureRow } from '../figure.ts';
import { assumed, known } from './sources.ts';

export const BOUGHT_FIGURES = {
  'readiness.iso.days': assumed('Outside help to be ready for ISO/IEC 27001', 'days', {
    at10: 8,
    at1000: 50,
  }),
  'readiness.soc2.days': assumed('Outside help to be ready for SOC 2', 'days', { at10: 6, at1000: 40 }),
  'readiness.second': assumed('Share of that help for a second credential', 'share', 0.5),
  'rate.consultant': assumed('Day rate of outside help', 'money_day', { min: 800, mode: 1200, max: 1800 }),
  'spread.bought': assumed('Bought days as a multiple of the offer', 'factor', {
    min: 0.9,
    mode: 1,
    max: 1.5,
  }),
  'tooling.platform': known('Compliance platform, bought', 'money_year', {
    value: 0,
    source:
      'Assay runs on your own machine; a bought platform begins at USD 7,000 a year (Secureframe Fundamentals).',
  }),
  'tooling.base': assumed('Scanning, logs and backups, however many people work', 'money_year', {
    min: 1000,
    mode: 3000,
    max: 9000,
  }),
  'tooling.person': assumed('Device management and sign-on', 'money_person', {
    min: 60,
    mode: 120,
    max: 240,
  }),
  'pentest.days_first': assumed('Penetration test of the first system', 'days', 5),
  'pentest.days_more': assumed('Penetration test of each further system', 'days', 0.5),
  'rate.tester': assumed('Day rate of penetration testers', 'money_day', { min: 900, mode: 1200, max: 1800 }),
  'training.courses': assumed('People who take a course for implementers', 'count', 1),
  'training.course': assumed('Course for implementers', 'money', { min: 800, mode: 1800, max: 3000 }),
  'training.person': assumed('Awareness training', 'money_person', { min: 8, mode: 20, max: 45 }),
  'travel.visit': assumed('Travel of auditors', 'money_visit', { min: 200, mode: 600, max: 1800 }),
  'travel.soc2.visits': assumed('Visits of the CPA firm for a report', 'count', 0),
} satisfies Readonly<Record<string, FigureRow>>;
