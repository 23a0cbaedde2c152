// The plan with its addresses: advice, costs, schedule, what if.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { adviceSearch } from '../slices/advisor/search.ts';
import { scheduleSearch } from '../slices/plan/search.ts';
import { org } from './roots.tsx';

export const planPlaces = [
  createRoute({
    getParentRoute: () => org,
    path: '/plan',
    validateSearch: adviceSearch,
    component: lazyRouteComponent(() => import('../slices/advisor/AdvicePage.tsx'), 'AdvicePage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/plan/costs',
    validateSearch: adviceSearch,
    component: lazyRouteComponent(() => import('../slices/advisor/costs/CostsPage.tsx'), 'CostsPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/plan/schedule',
    validateSearch: scheduleSearch,
    component: lazyRouteComponent(() => import('../slices/plan/SchedulePage.tsx'), 'SchedulePage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/plan/variants',
    component: lazyRouteComponent(() => import('../slices/plan/VariantsPage.tsx'), 'VariantsPage'),
  }),
] as const;
