// How what is said of the plan is written, and undone.
import { planSettingsField } from '@assay/contract';
import { api, type Change } from '../../data/api.ts';
import type { Plan } from './plan.ts';
import { saidOf, type SettingsDraft } from './settings.ts';

/** Writes what is said of the plan; undone by saying again what stood. */
export function settingsChange(
  org: string,
  { settings }: Pick<Plan, 'settings'>,
  { next, done }: { next: SettingsDraft; done: string },
): Change<unknown> {
  const put = (at: number, said: SettingsDraft) =>
    api['plan_settings.put']({ params: { org }, ifMatch: `"${at}"`, body: planSettingsField.parse(said) });
  return {
    act: () => put(settings.revision, next),
    done,
    undo: () => put(settings.revision + 1, saidOf(settings)),
  };
}
