// The palette's entries for one organisation: its places, what can be done from anywhere, and everything with an id.
import { addressOf } from '@assay/contract';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, take, useOrg } from '../data/api.ts';
import { tell } from '../data/toasts.ts';
import { setDensity, setTheme } from './Appearance.tsx';
import type { Entry } from './entries.ts';
import { PLACES } from './places.ts';

type Navigate = ReturnType<typeof useNavigate>;

export function useEntries(org: string, words: string, help: () => void): readonly Entry[] {
  const navigate = useNavigate();
  const controls = useOrg(org, ['controls'], () => api['controls.list']({ params: { org } }));
  const posture = useOrg(org, ['posture', ''], () => api['posture.read']({ params: { org } }));
  const evidence = useOrg(org, ['palette', words], () =>
    api['evidence.list']({ params: { org }, query: { limit: '5', q: words } }),
  );
  return useMemo(
    () => [
      ...places(org, navigate),
      ...acts(org, { navigate, help }),
      ...(controls.data?.data ?? []).map((each) =>
        find(each.code, `${each.code} ${each.name}`, 'control', () => {
          void navigate({ to: '/o/$org/controls/$control', params: { org, control: each.code } });
        }),
      ),
      ...(posture.data?.data ?? []).flatMap((framework) =>
        framework.requirements.map((each) =>
          find(each.id, `${each.id} ${each.title}`, framework.view === 'soc2' ? 'criterion' : 'ISO', () => {
            void navigate({
              to: '/o/$org/frameworks/$framework/$requirement',
              params: { org, framework: framework.framework, requirement: each.id },
            });
          }),
        ),
      ),
      ...(evidence.data?.data ?? []).map((each) =>
        find(each.code, `${each.code} ${each.title}`, 'evidence', () => {
          void navigate({ to: '/o/$org/evidence/$evidence', params: { org, evidence: each.code } });
        }),
      ),
    ],
    [controls.data, posture.data, evidence.data, help, navigate, org],
  );
}

function find(id: string, label: string, hint: string, run: () => void): Entry {
  return { id, label, hint, kind: 'find', run };
}

function places(org: string, navigate: Navigate): readonly Entry[] {
  const go = (id: string, label: string, hint: string, run: () => void): Entry => ({
    id,
    label,
    hint,
    kind: 'go',
    run,
  });
  return [
    ...PLACES.map((place) =>
      go(place.name, place.name, `g ${place.key}`, () => {
        void navigate({ to: place.to, params: { org } });
      }),
    ),
    go('iso', 'ISO/IEC 27001 view', '', () => {
      void navigate({ to: '/o/$org/view/$framework', params: { org, framework: 'iso27001:2022' } });
    }),
    go('soc2', 'SOC 2 view', '', () => {
      void navigate({ to: '/o/$org/view/$framework', params: { org, framework: 'soc2:2017' } });
    }),
    go('crosswalk', 'Crosswalk', 'g x', () => {
      void navigate({ to: '/o/$org/crosswalk', params: { org } });
    }),
    go('checks', 'Checks', 'g k', () => {
      void navigate({ to: '/o/$org/checks', params: { org } });
    }),
  ];
}

function acts(
  org: string,
  on: { readonly navigate: Navigate; readonly help: () => void },
): readonly Entry[] {
  const act = (id: string, label: string, run: () => void, hint = ''): Entry => ({
    id,
    label,
    hint,
    kind: 'do',
    run,
  });
  return [
    act(
      'bring',
      'Bring evidence',
      () => {
        void on.navigate({ to: '/o/$org/import', params: { org } });
      },
      'g i',
    ),
    act('own-control', 'Add a control of your own', () => {
      void on.navigate({ to: '/o/$org/new-control', params: { org } });
    }),
    act('export', 'Export everything', () => location.assign(addressOf('export.read', { params: { org } }))),
    act('checkpoint', 'Copy the ledger’s checkpoint', () => void copyCheckpoint(org)),
    act('dark', 'Theme: dark', () => setTheme('dark')),
    act('light', 'Theme: light', () => setTheme('light')),
    act('system', 'Theme: as the system says', () => setTheme('system')),
    act('compact', 'Rows: compact', () => setDensity('compact')),
    act('normal', 'Rows: normal', () => setDensity('normal')),
    act('keys', 'Show the keys', on.help, '?'),
    act('start', 'Start another organisation', () => void on.navigate({ to: '/start' })),
  ];
}

async function copyCheckpoint(org: string): Promise<void> {
  const { checkpoint } = take(await api['ledger.checkpoint']({ params: { org } }));
  await navigator.clipboard.writeText(checkpoint);
  tell('The signed checkpoint is copied; keep it somewhere else.');
}
