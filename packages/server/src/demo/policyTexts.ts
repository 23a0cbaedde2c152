// What Harbourline's policies say instead of their templates: rules by their number, as they were edited and why it
// was read. What stands here was written by somebody of the company; the rest of each text is still the template's.

/** Rules of a template that the company wrote anew, by their number. */
export type Rewritten = Readonly<Record<number, string>>;

export interface DemoPolicy {
  readonly template: string;
  /** Values of places that differ from the examples, which are the company's own. */
  readonly values?: Readonly<Record<string, string>>;
  readonly reviewMonths?: number;
  readonly first: Rewritten;
  /** Days before today on which version 1 was published. */
  readonly published: number;
  readonly teams: readonly string[] | 'all';
  readonly second?: { readonly published: number; readonly rules: Rewritten };
  /** Who has not confirmed the version in force. */
  readonly missing?: readonly string[];
}

export const DEMO_POLICIES: readonly DemoPolicy[] = [
  {
    template: 'POL-01',
    values: { objectives_page: 'the objectives page of the wiki' },
    published: 300,
    teams: 'all',
    first: {
      7: 'Whoever sees something wrong writes to the channel security-report the same day. An honest report never harms its author, and the founders say so at every all-hands.',
    },
    second: {
      published: 9,
      rules: {
        3: '{{security_lead}} runs the management system: keeps the risk register, the policies and the list of controls, and reports to {{top_management}} on the first Tuesday of each quarter what changed, what failed and what is late.',
        9: 'We improve on purpose: each finding gets a cause, an action, an owner and a day on which somebody else looks whether the action helped.',
      },
    },
    missing: ['Viktor Ansah', 'Ilse Carmody', 'Daan Iversen'],
  },
  {
    template: 'POL-02',
    values: { leaver_hours: '8' },
    published: 285,
    teams: 'all',
    first: {
      4: 'Sign-in goes through {{identity_provider}} wherever the system can. A second factor is always on: a security key for administrators, an app or a key for everybody else. Codes by text message are switched off.',
    },
    second: {
      published: 44,
      rules: {
        7: 'Write access to source code and production is given by team. Nobody can both write a change and release it without a second person; the two exceptions of the platform team are listed in the access board with their end.',
      },
    },
    missing: ['Samuel Achterberg'],
  },
  {
    template: 'POL-03',
    published: 210,
    teams: ['engineering', 'platform', 'product'],
    first: {
      8: 'After a release the author watches errors and alerts for thirty minutes, longer when forwarders in Rotterdam begin their day, and takes the change back when they rise.',
    },
  },
  {
    template: 'POL-04',
    published: 205,
    teams: ['engineering', 'platform'],
    first: {
      1: '{{scanners}} look at dependencies and images on each build, at the cloud accounts every night, and at everything reachable from the internet every Sunday.',
      10: 'Devices install updates of system and browser within ten days; the device manager refuses sign-in after fourteen.',
    },
  },
  {
    template: 'POL-05',
    values: { customer_hours: '24', authority: 'the Dutch data protection authority' },
    published: 198,
    teams: 'all',
    first: {
      6: 'For grades one and two Tomas or the founder on duty is called at once, at any hour; the number stands on the back of every badge.',
    },
  },
  {
    template: 'POL-07',
    published: 150,
    teams: ['platform', 'office', 'product'],
    first: {
      4: 'Class A is approved by {{approver}} after the security lead has read its report, class B by the security lead, class C by the manager.',
    },
  },
  {
    template: 'POL-08',
    values: { recovery_hours: '6' },
    published: 140,
    teams: ['platform', 'support', 'office'],
    first: {
      8: '{{status_page}} tells customers within thirty minutes of an outage that we know, in English and Dutch, and again every hour while ships wait.',
    },
  },
  {
    // Looked at twice a year on purpose, and nobody has since the summer.
    template: 'POL-09',
    reviewMonths: 6,
    published: 236,
    teams: ['platform'],
    first: {
      7: 'A backup that fails or is missing wakes the engineer on call the same night. Two failures in a row for one system are an incident of the third grade.',
    },
  },
  {
    template: 'POL-12',
    published: 12,
    teams: 'all',
    first: {
      1: 'Use company laptops for work. Small private use is fine as long as it is lawful, costs nothing and brings no risk. Nobody else uses your laptop, family included.',
      12: 'Report a lost or stolen device within one hour of noticing, from any telephone: the number is on the badge.',
    },
    missing: [
      'Casper Rinaldi',
      'Rosa Lindgren',
      'Bram Tolstoi',
      'Eline Navarro',
      'Zofia Ekberg',
      'Floor Degens',
    ],
  },
  {
    template: 'POL-13',
    values: { leaver_hours: '8' },
    published: 170,
    teams: ['office'],
    first: {
      6: 'The code of conduct is one page: honesty, respect, conflicts of interest, gifts above fifty euros, and how to report without fear. It is signed on joining and again every January.',
    },
  },
];

/** Filled and read by its owner, and not approved yet. */
export const DEMO_DRAFT = {
  template: 'POL-06',
  begun: 9,
  rules: {
    9: 'Certificates renew by themselves. An alarm reaches the engineer on call fourteen days before one would end, and again every morning after.',
  },
} as const;

/** Taken from its template, and never touched since. */
export const DEMO_BARE = { template: 'POL-16', begun: 20 } as const;

/** What the landlord of the office gave us, kept as the file that it is. */
export const DEMO_FILE = {
  filename: 'house-rules-rotterdam.pdf',
  title: 'House rules of the Rotterdam office',
  published: 10,
  missing: 'Marit Solano',
  lines: [
    'House rules, Maashaven building, third floor',
    'Version of the building manager, adopted by Harbourline',
    '',
    '1. The door of the floor is shut at all times; the last to leave sets the alarm.',
    '2. Visitors are met at the lift, wear a badge and are brought out again.',
    '3. Nothing confidential stays on desks or in meeting rooms.',
    '4. A lost key card is reported to the office team within the hour and blocked at once.',
    '5. The server cabinet is opened by the IT admin only, and each opening is written down.',
    '',
    'Demo data: the building and everybody in it are invented.',
  ],
} as const;
