// The palette's entries for one organisation: its places, what can be done from anywhere, and everything with an id.
import { allPages, addressOf } from '@assay/contract';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, take, useOrg } from '../data/api.ts';
import { useGlossary } from '../data/glossary.ts';
import { tell } from '../data/toasts.ts';
import { setDensity, setTheme } from './Appearance.tsx';
import type { Entry } from './entries.ts';
import { PLACES } from './places.ts';
import { useAuditEntries } from './useAuditEntries.ts';

type Navigate = ReturnType<typeof useNavigate>;

export function useEntries(org: string, words: string, help: () => void): readonly Entry[] {
  const navigate = useNavigate();
  const controls = useOrg(org, ['controls'], () =>
    allPages((page) => api['controls.list']({ params: { org }, query: page })),
  );
  const policies = useOrg(org, ['policies'], () => api['policies.list']({ params: { org } }));
  const posture = useOrg(org, ['posture', ''], () => api['posture.read']({ params: { org } }));
  const evidence = useOrg(org, ['palette', words], () =>
    api['evidence.list']({ params: { org }, query: { limit: '5', q: words } }),
  );
  const risks = useOrg(org, ['risks', ''], () =>
    allPages((page) => api['risks.list']({ params: { org }, query: page })),
  );
  const audits = useAuditEntries(org);
  const glossary = useGlossary();
  return useMemo(
    () => [
      ...places(org, navigate),
      ...acts(org, { navigate, help }),
      ...(controls.data?.data ?? []).map((each) =>
        find('control', [each.code, each.name], () => {
          void navigate({ to: '/o/$org/controls/$control', params: { org, control: each.code } });
        }),
      ),
      ...(policies.data?.data ?? []).map((each) =>
        find('policy', [each.code, each.title], () => {
          void navigate({ to: '/o/$org/policies/$policy', params: { org, policy: each.code } });
        }),
      ),
      ...(posture.data?.data ?? []).flatMap((framework) =>
        framework.requirements.map((each) =>
          find(framework.view === 'soc2' ? 'criterion' : 'ISO', [each.id, each.title], () => {
            void navigate({
              to: '/o/$org/frameworks/$framework/$requirement',
              params: { org, framework: framework.framework, requirement: each.id },
            });
          }),
        ),
      ),
      ...(risks.data?.data ?? []).map((each) =>
        find('risk', [each.code, each.title], () => {
          void navigate({ to: '/o/$org/risks/$risk', params: { org, risk: each.code } });
        }),
      ),
      ...audits,
      ...(glossary.data ?? []).map(({ term, short }) =>
        find('term', [term, `: ${short}`], () => {
          void navigate({ to: '/o/$org/glossary', params: { org }, search: { q: term } });
        }),
      ),
      ...(evidence.data?.data ?? []).map((each) =>
        find('evidence', [each.code, each.title], () => {
          void navigate({ to: '/o/$org/evidence/$evidence', params: { org, evidence: each.code } });
        }),
      ),
    ],
    [
      controls.data,
      policies.data,
      posture.data,
      evidence.data,
      risks.data,
      audits,
      glossary.data,
      help,
      navigate,
      org,
    ],
  );
}

function find(hint: string, [id, name]: readonly [string, string], run: () => void): Entry {
  return { id, label: `${id} ${name}`, hint, kind: 'find', run };
}

function places(org: string, navigate: Navigate): readonly Entry[] {
  const go = (label: string, hint: string, run: () => void): Entry => ({
    id: label,
    label,
    hint,
    kind: 'go',
    run,
  });
  return [
    ...PLACES.map((place) =>
      go(place.name, `g ${place.key}`, () => {
        void navigate({ to: place.to, params: { org } });
      }),
    ),
    go('Costs', '', () => {
      void navigate({ to: '/o/$org/plan/costs', params: { org } });
    }),
    go('Schedule', '', () => {
      void navigate({ to: '/o/$org/plan/schedule', params: { org } });
    }),
    go('What if', '', () => {
      void navigate({ to: '/o/$org/plan/variants', params: { org } });
    }),
    go('Guided path', 'g y', () => {
      void navigate({ to: '/o/$org/path', params: { org } });
    }),
    go('Management reviews', '', () => {
      void navigate({ to: '/o/$org/company/reviews', params: { org } });
    }),
    go('Objectives', '', () => {
      void navigate({ to: '/o/$org/company/objectives', params: { org } });
    }),
    go('My work', 'g m', () => {
      void navigate({ to: '/o/$org/work', params: { org } });
    }),
    go('ISO/IEC 27001 view', '', () => {
      void navigate({ to: '/o/$org/view/$framework', params: { org, framework: 'iso27001:2022' } });
    }),
    go('SOC 2 view', '', () => {
      void navigate({ to: '/o/$org/view/$framework', params: { org, framework: 'soc2:2017' } });
    }),
    go('Crosswalk', 'g x', () => {
      void navigate({ to: '/o/$org/crosswalk', params: { org } });
    }),
    go('Glossary', '', () => {
      void navigate({ to: '/o/$org/glossary', params: { org } });
    }),
    go('Window', 'g w', () => {
      void navigate({ to: '/o/$org/windows', params: { org } });
    }),
    go('Findings', '', () => {
      void navigate({ to: '/o/$org/audits/findings', params: { org } });
    }),
    go('Checks', 'g k', () => {
      void navigate({ to: '/o/$org/checks', params: { org } });
    }),
  ];
}

function acts(org: string, on: { readonly navigate: Navigate; readonly help: () => void }): readonly Entry[] {
  const act = (label: string, run: () => void, hint = ''): Entry => ({
    id: label,
    label,
    hint,
    kind: 'do',
    run,
  });
  return [
    act(
      'Bring evidence',
      () => {
        void on.navigate({ to: '/o/$org/import', params: { org } });
      },
      'g i',
    ),
    act('Try another window', () => {
      void on.navigate({ to: '/o/$org/windows/start', params: { org } });
    }),
    act('Begin a policy', () => {
      void on.navigate({ to: '/o/$org/policies/new', params: { org } });
    }),
    act('Write down a risk', () => {
      void on.navigate({ to: '/o/$org/new-risk', params: { org } });
    }),
    act('Plan an internal audit', () => {
      void on.navigate({ to: '/o/$org/audits/new', params: { org } });
    }),
    act('Add a control of your own', () => {
      void on.navigate({ to: '/o/$org/new-control', params: { org } });
    }),
    act('Export everything', () => location.assign(addressOf('export.read', { params: { org } }))),
    act('Copy the ledger’s checkpoint', () => void copyCheckpoint(org)),
    act('Theme: dark', () => setTheme('dark')),
    act('Theme: light', () => setTheme('light')),
    act('Theme: as the system says', () => setTheme('system')),
    act('Rows: compact', () => setDensity('compact')),
    act('Rows: normal', () => setDensity('normal')),
    act('Show the keys', on.help, '?'),
    act('Start another organisation', () => void on.navigate({ to: '/start' })),
  ];
}

async function copyCheckpoint(org: string): Promise<void> {
  const { checkpoint } = take(await api['ledger.checkpoint']({ params: { org } }));
  await navigator.clipboard.writeText(checkpoint);
  tell('The signed checkpoint is copied; keep it somewhere else.');
}
