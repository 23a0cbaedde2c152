// The risks that were written down since. One is gone, one nobody has assessed, one nobody has treated.
import { OWNERS } from '../people.ts';
import { assessed, type RiskTold } from './telling.ts';

export const LATER_RISKS: readonly RiskTold[] = [
  {
    added: 255,
    title: 'Training accounts hold real bookings',
    scenario: {
      view: 'asset',
      asset: 'The training room’s copy of the database',
      threat: 'Trainees of one forwarder read bookings of another',
      vulnerability: 'It was filled once from production',
    },
    properties: ['confidentiality'],
    category: 'data',
    owner: OWNERS.product_lead,
    story: [
      assessed(255, 'inherent', [3, 3])('Forty trainees a month see it.'),
      {
        says: 'close',
        ago: 75,
        by: OWNERS.product_lead,
        why: 'The copy was deleted; trainees work with made-up bookings.',
      },
    ],
  },
  {
    added: 130,
    title: 'False slot confirmations are sent in our name',
    scenario: {
      view: 'event',
      event: 'Somebody writes to forwarders from a name like ours',
      consequence: 'Drivers arrive at the wrong time or pay a stranger; forwarders blame us',
    },
    properties: ['integrity'],
    category: 'people',
    owner: OWNERS.it_admin,
    story: [
      assessed(130, 'inherent', [4, 3])('The logistics sharing group warns of it each month.'),
      {
        says: 'treat',
        ago: 128,
        option: 'modify',
        plan: 'Mail that is not ours is refused, web and mail are filtered, people know what a false one looks like.',
        controls: ['C-26', 'C-44', 'C-55'],
        owner: OWNERS.it_admin,
        due: -50,
      },
      assessed(128, 'target', [2, 2])('A refused mail misleads nobody.'),
      assessed(80, 'current', [3, 3])('Everybody was trained; our mail policy still only reports.'),
      {
        says: 'accept',
        ago: 80,
        by: OWNERS.security_lead,
        role: 'security_lead',
        why: 'A forwarder’s own mail server would refuse ours too until its list is complete.',
        conditions: 'Forwarders are warned whenever the sharing group reports a wave.',
        until: -50,
      },
    ],
  },
  {
    added: 118,
    title: 'A large breach costs more than we have',
    scenario: {
      view: 'event',
      event: 'Bookings of many forwarders are copied at once',
      consequence: 'Notices, lawyers and credits cost more than the reserves of a year',
    },
    properties: ['confidentiality'],
    category: 'law',
    owner: OWNERS.founder,
    story: [
      assessed(118, 'inherent', [2, 5])('Never happened here; it did to a firm of our size.'),
      {
        says: 'treat',
        ago: 116,
        option: 'share',
        plan: 'Insurance against the cost of a breach: three offers asked for, one of them needs the penetration test.',
        owner: OWNERS.finance_lead,
        due: -40,
      },
      assessed(116, 'target', [2, 3])('With a cover of two million the rest is a bad quarter.'),
    ],
  },
  {
    added: 100,
    title: 'Drivers’ identity papers are kept as pictures',
    scenario: {
      view: 'asset',
      asset: 'Pictures of identity papers, planned for the gate',
      threat: 'Theft of identities',
      vulnerability: 'No purpose needs more than that somebody looked',
    },
    properties: ['confidentiality'],
    category: 'law',
    owner: OWNERS.legal_counsel,
    story: [
      assessed(100, 'inherent', [3, 4])('Some 9,000 drivers a year.'),
      {
        says: 'treat',
        ago: 98,
        option: 'avoid',
        plan: 'The gate records that papers were seen, and keeps no picture.',
        owner: OWNERS.product_lead,
        due: 91,
      },
      assessed(90, 'current', [1, 3])('The feature was built without an upload.'),
    ],
  },
  {
    added: 60,
    title: 'A payment is diverted',
    scenario: {
      view: 'event',
      event: 'A changed account number comes by mail and is believed',
      consequence: 'A supplier’s invoice is paid to a stranger',
    },
    properties: ['integrity'],
    category: 'people',
    owner: OWNERS.finance_lead,
    story: [],
  },
  {
    added: 9,
    title: 'Customers’ texts go into a public model',
    scenario: {
      view: 'event',
      event: 'Support pastes tickets into a tool that learns from them',
      consequence: 'Names and routes leave our reach, and no contract covers it',
    },
    properties: ['confidentiality'],
    category: 'ai',
    owner: undefined,
    story: [assessed(9, 'inherent', [4, 3])('Six people say they do; nobody has said what is allowed.')],
  },
];
