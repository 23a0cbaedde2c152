// The statement of applicability with its addresses.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { soaSearch, versionSearch } from '../slices/soa/filter.ts';
import { listSearch } from './listSearch.ts';
import { org } from './roots.tsx';

export const soaPlaces = [
  createRoute({
    getParentRoute: () => org,
    path: '/soa',
    validateSearch: soaSearch,
    component: lazyRouteComponent(() => import('../slices/soa/StatementPage.tsx'), 'StatementPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/soa/obligations',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/soa/ObligationsPage.tsx'), 'ObligationsPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/soa/versions',
    component: lazyRouteComponent(() => import('../slices/soa/VersionsPage.tsx'), 'VersionsPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/soa/versions/changes',
    component: lazyRouteComponent(() => import('../slices/soa/ChangesPage.tsx'), 'ChangesPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/soa/versions/$version',
    validateSearch: versionSearch,
    component: lazyRouteComponent(() => import('../slices/soa/VersionPage.tsx'), 'VersionPage'),
  }),
] as const;
