// The demo company: Harbourline, forty-one people who sell scheduling software to freight forwarders.
// It is invented, mid-flight (ISO stage 2 in five weeks, day 96 of 180 of SOC 2), and dated relative to today.
import type { Calendar } from './calendar.ts';
import type { Settings } from '../slices/access/access.module.ts';

export const DEMO_SLUG = 'harbourline';

/** Days before today on which the SOC 2 period began, and after today on which it ends: day 96 of 180. */
export const WINDOW_BEGAN = 96;
export const WINDOW_LEFT = 84;
/** Days after today on which the certification body comes for stage 2. */
export const STAGE_2 = 35;
/** Days before today on which the programme began, on which SOC 2 joined it, and on which the scope was last reworded. */
export const PROGRAMME_BEGAN = 320;
export const SOC2_JOINED = 112;
export const SCOPE_REWORDED = 1;

/** The settings as they were from one day to the next. */
export function demoSettings(on: Calendar): readonly [Settings, Settings, Settings] {
  const began: Settings = {
    name: 'Harbourline',
    time_zone: 'Europe/Amsterdam',
    headcount: 41,
    scope_statement: 'The Harbourline scheduling service and the people who build and run it.',
    frameworks: ['iso27001:2022'],
    categories: ['security'],
    examination: { type: 'none' },
    runs_on: ['AWS', 'GitHub', 'Google Workspace'],
    asked_by: 'eu',
    deadline: on.ago(-STAGE_2),
    has_already: [],
  };
  const joined: Settings = {
    ...began,
    frameworks: ['iso27001:2022', 'soc2:2017'],
    categories: ['security', 'availability', 'confidentiality'],
    examination: { type: 'type2', from: on.ago(WINDOW_BEGAN), until: on.ago(-WINDOW_LEFT) },
    asked_by: 'both',
  };
  return [
    began,
    joined,
    {
      ...joined,
      scope_statement:
        'The Harbourline scheduling service and the people, processes and cloud accounts that build, run and support it, from the Rotterdam office and remote workplaces.',
    },
  ];
}
