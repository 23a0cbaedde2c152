// Settings: who we are, what is examined, how it looks, the proof that nothing was changed, everything to take away.
import { dayWords } from '@assay/core';
import { Link, useParams } from '@tanstack/react-router';
import { Appearance } from '../../app/Appearance.tsx';
import { api, useOrg } from '../../data/api.ts';
import { May } from '../../data/may.tsx';
import type { Organisation } from '../../data/rows.ts';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { EndingSection } from './EndingSection.tsx';
import { ExaminationForm } from './ExaminationForm.tsx';
import { LedgerSection } from './LedgerSection.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { ToldSection } from './ToldSection.tsx';
import { TakeAway } from './TakeAway.tsx';

export function SettingsPage() {
  const { org } = useParams({ from: '/o/$org' });
  const found = useOrg(org, ['settings'], () => api['organisations.read']({ params: { org } }));
  return (
    <Loaded of={found}>
      {(data) => (
        <div className="page">
          <PageHead title="Settings" name="Settings" sentence={sentence(data)} />
          <TakeAway org={org} demo={data.demo} />
          <p>
            <May org={org} needs="members.read">
              <Link to="/o/$org/settings/people" params={{ org }}>
                People, roles and API tokens
              </Link>
              {' · '}
            </May>
            <May org={org} needs="identity.change">
              <Link to="/o/$org/settings/sign-in" params={{ org }}>
                Sign-in, directory and pipelines
              </Link>
              {' · '}
            </May>
            <Link to="/o/$org/account" params={{ org }}>
              Your account
            </Link>
          </p>
          <May
            org={org}
            needs="organisation.change"
            instead={<p className="muted">Your role changes no settings of the organisation.</p>}
          >
            <OrganisationForm key={`o${data.revision}`} org={org} settings={data} />
            <ExaminationForm key={`e${data.revision}`} org={org} settings={data} />
          </May>
          <ToldSection org={org} />
          <May org={org} needs="ledger.read">
            <LedgerSection org={org} />
          </May>
          <section className="section" aria-labelledby="appearance">
            <h2 id="appearance">Appearance</h2>
            <p className="small muted">Kept in this browser.</p>
            <Appearance />
          </section>
          {data.demo ? null : (
            <May org={org} needs="organisation.delete">
              <EndingSection org={org} name={data.name} />
            </May>
          )}
        </div>
      )}
    </Loaded>
  );
}

function sentence({ name, categories, examination }: Organisation): string {
  const chosen = `${categories.length} of 5 trust services categories`;
  switch (examination.type) {
    case 'type2':
      return `${name}: ${chosen}, examined as Type II from ${dayWords(examination.from)} until ${dayWords(examination.until)}.`;
    case 'type1':
      return `${name}: ${chosen}, examined as Type I on ${dayWords(examination.on)}.`;
    case 'none':
      return `${name}: ${chosen}; no SOC 2 examination is planned yet.`;
    default:
      return examination satisfies never;
  }
}
