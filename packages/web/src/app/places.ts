// The places of the application: their addresses, names, signs and keys. Rail, palette and shortcuts read this one list.
import {
  BookMarked,
  Building2,
  ClipboardCheck,
  FileCheck2,
  FileText,
  House,
  Milestone,
  Settings,
  SquareStack,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { Landing, Permission } from '@assay/core';

export interface Place {
  readonly to:
    | '/o/$org'
    | '/o/$org/plan'
    | '/o/$org/risks'
    | '/o/$org/controls'
    | '/o/$org/evidence'
    | '/o/$org/policies'
    | '/o/$org/company'
    | '/o/$org/audits'
    | '/o/$org/frameworks'
    | '/o/$org/settings';
  readonly name: string;
  /** The one question that the place answers. */
  readonly question: string;
  readonly icon: LucideIcon;
  /** What somebody must hold to see anything there. */
  readonly needs: Permission;
  /** Pressed after g. */
  readonly key: string;
  /** Stands at the thumb on a phone; the others are under More. */
  readonly thumb?: true;
  /** Further addresses that belong to the place. */
  readonly also: readonly string[];
}

export const PLACES: readonly Place[] = [
  {
    to: '/o/$org',
    name: 'Home',
    needs: 'frameworks.read',
    question: 'How ready are we, and what is next?',
    icon: House,
    thumb: true,
    key: 'h',
    also: ['/work', '/gaps', '/readiness', '/path'],
  },
  {
    to: '/o/$org/plan',
    name: 'Plan',
    needs: 'plan.read',
    question: 'Which first, when, and at what cost?',
    icon: Milestone,
    key: 'p',
    also: [],
  },
  {
    to: '/o/$org/risks',
    name: 'Risks',
    needs: 'risks.read',
    question: 'What could hurt us, and is it treated?',
    icon: TriangleAlert,
    key: 'r',
    also: ['/new-risk'],
  },
  {
    to: '/o/$org/controls',
    name: 'Controls',
    needs: 'controls.read',
    question: 'What do we do once, and what does it satisfy?',
    icon: SquareStack,
    thumb: true,
    key: 'c',
    also: ['/new-control', '/view/', '/soa', '/crosswalk', '/checks'],
  },
  {
    to: '/o/$org/evidence',
    name: 'Evidence',
    needs: 'evidence.read',
    question: 'Can we prove it, and when was it true?',
    icon: FileCheck2,
    thumb: true,
    key: 'e',
    also: ['/import', '/populations', '/samples', '/windows'],
  },
  {
    to: '/o/$org/policies',
    name: 'Documents',
    needs: 'policies.read',
    question: 'What did we say we do, who agreed, and is it current?',
    icon: FileText,
    key: 'd',
    also: [],
  },
  {
    to: '/o/$org/company',
    name: 'Company',
    needs: 'isms.read',
    question: 'What holds for us, by whose word, and since when?',
    icon: Building2,
    key: 'o',
    also: [],
  },
  {
    to: '/o/$org/audits',
    name: 'Audits',
    needs: 'findings.read',
    question: 'What does the auditor need, and what is open?',
    icon: ClipboardCheck,
    key: 'a',
    also: [],
  },
  {
    to: '/o/$org/frameworks',
    name: 'Frameworks',
    needs: 'frameworks.read',
    question: 'What is asked of us, in which edition?',
    icon: BookMarked,
    thumb: true,
    key: 'f',
    also: ['/glossary'],
  },
  {
    to: '/o/$org/settings',
    name: 'Settings',
    needs: 'organisation.read',
    question: 'What is in scope, and how do we take everything away?',
    icon: Settings,
    key: 's',
    also: [],
  },
];

/** Where somebody begins, by what their widest role says; the public side has no page of its own yet. */
const LANDINGS = {
  home: '/o/$org',
  work: '/o/$org/work',
  trust: '/o/$org/frameworks',
  room: '/o/$org/desk',
  none: '/o/$org',
} as const satisfies Readonly<Record<Landing, string>>;

export function landingPlace(lands: Landing): (typeof LANDINGS)[Landing] {
  return LANDINGS[lands];
}

/** The place to which an address belongs. */
export function placeOf(path: string): Place | undefined {
  const within = path.replace(/^\/o\/[^/]+/, '');
  if (within === '' || within === '/') return PLACES[0];
  return PLACES.find((place) =>
    [place.to.slice('/o/$org'.length), ...place.also].some(
      (start) => start !== '' && within.startsWith(start),
    ),
  );
}
