// The palette's entries for one organisation: its places, what can be done from anywhere, and everything with an id.
import { allPages, addressOf } from '@assay/contract';
import type { Permission } from '@assay/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, take, useOrg } from '../data/api.ts';
import { downloadShown } from '../data/download.ts';
import { useGlossary } from '../data/glossary.ts';
import { tell } from '../data/toasts.ts';
import { setDensity, setTheme } from './Appearance.tsx';
import type { Entry } from './entries.ts';
import { useMaySomewhere } from '../data/may.tsx';
import { PLACES } from './places.ts';
import { useAuditEntries } from './useAuditEntries.ts';

type Navigate = ReturnType<typeof useNavigate>;

export function useEntries(org: string, words: string, help: () => void): readonly Entry[] {
  const navigate = useNavigate();
  const may = useMaySomewhere(org);
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
      ...[...places(org, navigate), ...acts(org, { navigate, help })].filter(
        ({ needs }) => needs === undefined || may(needs),
      ),
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
      may,
      navigate,
      org,
    ],
  );
}

function find(hint: string, [id, name]: readonly [string, string], run: () => void): Entry {
  return { id, label: `${id} ${name}`, hint, kind: 'find', run };
}

function places(org: string, navigate: Navigate): readonly Entry[] {
  const go = (label: string, [hint, needs]: readonly [string, Permission], run: () => void): Entry => ({
    id: label,
    label,
    hint,
    kind: 'go',
    needs,
    run,
  });
  return [
    ...PLACES.map((place) =>
      go(place.name, [`g ${place.key}`, place.needs], () => {
        void navigate({ to: place.to, params: { org } });
      }),
    ),
    go('Costs', ['', 'plan.read'], () => {
      void navigate({ to: '/o/$org/plan/costs', params: { org } });
    }),
    go('Schedule', ['', 'plan.read'], () => {
      void navigate({ to: '/o/$org/plan/schedule', params: { org } });
    }),
    go('What if', ['', 'plan.read'], () => {
      void navigate({ to: '/o/$org/plan/variants', params: { org } });
    }),
    go('Guided path', ['g y', 'controls.read'], () => {
      void navigate({ to: '/o/$org/path', params: { org } });
    }),
    go('Management reviews', ['', 'isms.read'], () => {
      void navigate({ to: '/o/$org/company/reviews', params: { org } });
    }),
    go('Objectives', ['', 'isms.read'], () => {
      void navigate({ to: '/o/$org/company/objectives', params: { org } });
    }),
    go('My work', ['g m', 'work.read'], () => {
      void navigate({ to: '/o/$org/work', params: { org } });
    }),
    go('ISO/IEC 27001 view', ['', 'frameworks.read'], () => {
      void navigate({ to: '/o/$org/view/$framework', params: { org, framework: 'iso27001:2022' } });
    }),
    go('SOC 2 view', ['', 'frameworks.read'], () => {
      void navigate({ to: '/o/$org/view/$framework', params: { org, framework: 'soc2:2017' } });
    }),
    go('Crosswalk', ['g x', 'frameworks.read'], () => {
      void navigate({ to: '/o/$org/crosswalk', params: { org } });
    }),
    go('Glossary', ['', 'frameworks.read'], () => {
      void navigate({ to: '/o/$org/glossary', params: { org } });
    }),
    go('Window', ['g w', 'monitoring.read'], () => {
      void navigate({ to: '/o/$org/windows', params: { org } });
    }),
    go('Findings', ['', 'findings.read'], () => {
      void navigate({ to: '/o/$org/audits/findings', params: { org } });
    }),
    go('Checks', ['g k', 'monitoring.read'], () => {
      void navigate({ to: '/o/$org/checks', params: { org } });
    }),
  ];
}

/** What an act shows as its key, and what somebody must hold to do it. */
interface Asked {
  readonly hint?: string;
  readonly needs?: Permission;
}

function acts(org: string, on: { readonly navigate: Navigate; readonly help: () => void }): readonly Entry[] {
  const act = (label: string, run: () => void, { hint = '', needs }: Asked = {}): Entry => ({
    id: label,
    label,
    hint,
    kind: 'do',
    needs,
    run,
  });
  return [
    act(
      'Bring evidence',
      () => {
        void on.navigate({ to: '/o/$org/import', params: { org } });
      },
      { hint: 'g i', needs: 'evidence.add' },
    ),
    act(
      'Try another window',
      () => {
        void on.navigate({ to: '/o/$org/windows/start', params: { org } });
      },
      { needs: 'monitoring.change' },
    ),
    act(
      'Begin a policy',
      () => {
        void on.navigate({ to: '/o/$org/policies/new', params: { org } });
      },
      { needs: 'policies.change' },
    ),
    act(
      'Write down a risk',
      () => {
        void on.navigate({ to: '/o/$org/new-risk', params: { org } });
      },
      { needs: 'risks.change' },
    ),
    act(
      'Plan an internal audit',
      () => {
        void on.navigate({ to: '/o/$org/audits/new', params: { org } });
      },
      { needs: 'findings.change' },
    ),
    act(
      'Add a control of your own',
      () => {
        void on.navigate({ to: '/o/$org/new-control', params: { org } });
      },
      { needs: 'controls.change' },
    ),
    act('Export everything', () => void downloadShown(addressOf('export.read', { params: { org } })), {
      needs: 'documents.export',
    }),
    act('Copy the ledger’s checkpoint', () => void copyCheckpoint(org), { needs: 'ledger.read' }),
    act('Theme: dark', () => setTheme('dark')),
    act('Theme: light', () => setTheme('light')),
    act('Theme: as the system says', () => setTheme('system')),
    act('Rows: compact', () => setDensity('compact')),
    act('Rows: normal', () => setDensity('normal')),
    act('Show the keys', on.help, { hint: '?' }),
    act('Start another organisation', () => void on.navigate({ to: '/start' })),
  ];
}

async function copyCheckpoint(org: string): Promise<void> {
  const { checkpoint } = take(await api['ledger.checkpoint']({ params: { org } }));
  await navigator.clipboard.writeText(checkpoint);
  tell('The signed checkpoint is copied; keep it somewhere else.');
}
