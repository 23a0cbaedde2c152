// What the reader may do, as the session says it: what their role cannot do is not offered.
import type { Permission } from '@assay/core';
import type { ReactNode } from 'react';
import { useSession } from './api.ts';

/** What the reader may do in the whole organisation. */
export function useMay(org: string): (permission: Permission) => boolean {
  const own = useSession().data?.organisations.find(({ slug }) => slug === org);
  return (permission) => own?.permissions.includes(permission) ?? false;
}

/** What the reader may do somewhere: in the whole organisation, or for a framework or system of it. */
export function useMaySomewhere(org: string): (permission: Permission) => boolean {
  const own = useSession().data?.organisations.find(({ slug }) => slug === org);
  return (permission) =>
    own !== undefined &&
    (own.permissions.includes(permission) ||
      own.narrowed.some(({ permissions }) => permissions.includes(permission)));
}

/** What stands there only for those who may use it somewhere; the others read `instead`, where it is needed. */
export function May({
  org,
  needs,
  instead = null,
  children,
}: {
  readonly org: string;
  readonly needs: Permission;
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}) {
  return useMaySomewhere(org)(needs) ? children : instead;
}
