// Changes to a record under the version that was read; what can be taken back offers to.
import type { OwnerRole } from '@assay/core';
import { api, useChange } from '../../../data/api.ts';
import type { IsmsBody, IsmsRow } from '../records.ts';

export function useRecordChange(org: string, row: IsmsRow) {
  const change = useChange(org);
  const params = { org, record: row.id };
  const held = `"${row.revision}"`;
  return {
    replace: (body: IsmsBody, before: IsmsBody) =>
      change.mutate({
        act: () => api['isms.replace']({ params, ifMatch: held, body }),
        done: `${row.title}: version ${row.revision + 1} is written.`,
        undo: () => api['isms.replace']({ params, ifMatch: `"${row.revision + 1}"`, body: before }),
      }),
    approve: (by: string, role: OwnerRole) =>
      change.mutate({
        act: () => api['isms.approve']({ params, ifMatch: held, body: { by, role } }),
        done: `Version ${row.revision} is approved by ${by}.`,
      }),
    measure: (body: { readonly value: number; readonly on: string; readonly by?: string }) =>
      change.mutate({
        act: () => api['isms.measure']({ params, body }),
        done: `${row.id} is measured at ${body.value}.`,
      }),
    fill: () =>
      change.mutate({
        act: () => api['isms.fill']({ params, ifMatch: held }),
        done: `${row.id} is filled from what is known today.`,
      }),
    done: (action: number, on: string) =>
      change.mutate({
        act: () => api['isms.done']({ params, ifMatch: held, body: { action, on } }),
        done: `Action ${action} of ${row.id} is done.`,
      }),
    withdraw: (because: string) =>
      change.mutate({
        act: () => api['isms.withdraw']({ params, ifMatch: held, body: { because } }),
        done: `${row.id} is withdrawn.`,
      }),
    close: (by: string) =>
      change.mutate({
        act: () => api['isms.close']({ params, ifMatch: held, body: { by } }),
        done: `${row.id} is closed.`,
      }),
  };
}
