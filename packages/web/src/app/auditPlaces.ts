// Audits, findings and the trail with their addresses.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { findingSearch } from '../slices/findings/search.ts';
import { trailSearch } from '../slices/trail/search.ts';
import { listSearch } from './listSearch.ts';
import { org } from './roots.tsx';

export const auditPlaces = [
  createRoute({
    getParentRoute: () => org,
    path: '/audits',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/audits/ProgrammePage.tsx'), 'ProgrammePage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/audits/internal',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/audits/AuditsPage.tsx'), 'AuditsPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/audits/new',
    component: lazyRouteComponent(() => import('../slices/audits/NewAuditPage.tsx'), 'NewAuditPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/settings/trail',
    validateSearch: trailSearch,
    component: lazyRouteComponent(() => import('../slices/trail/TrailPage.tsx'), 'TrailPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/audits/findings',
    validateSearch: findingSearch,
    component: lazyRouteComponent(() => import('../slices/findings/FindingsPage.tsx'), 'FindingsPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/audits/findings/$finding',
    component: lazyRouteComponent(() => import('../slices/findings/FindingPage.tsx'), 'FindingPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/audits/$audit',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/audits/AuditPage.tsx'), 'AuditPage'),
  }),
] as const;
