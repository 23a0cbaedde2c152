// Write down a risk: from a scenario of the library, which nobody has judged for this company, or in one's own words.
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useOrg } from '../../data/api.ts';
import { NewForm } from '../../ui/NewForm.tsx';
import { Loaded } from '../../ui/page.tsx';
import { BLANK, bodyOf, draftFrom } from './draft.ts';
import { RiskFields } from './RiskFields.tsx';
import { Suggestions } from './Suggestions.tsx';
import './risks.css';

export function NewRiskPage() {
  const { org } = useParams({ from: '/o/$org/new-risk' });
  const scenarios = useOrg(org, ['risk-scenarios'], () => api['risk_scenarios.list']({ params: { org } }));
  const [draft, setDraft] = useState(BLANK);
  const navigate = useNavigate();
  return (
    <NewForm
      org={org}
      title="Write down a risk"
      sentence="What could happen, what is at stake and who answers for it. It is assessed and treated on its own page."
      list={['/risks', 'Risks']}
      act="Write it down"
      waits={draft.properties.length === 0 ? 'Say first what is at stake' : undefined}
      send={() => api['risks.add']({ params: { org }, body: bodyOf(draft) })}
      done={(made) => `${made.code} ${made.title} is written down.`}
      open={(made) => navigate({ to: '/o/$org/risks/$risk', params: { org, risk: made.code } })}
      below={
        <Loaded of={scenarios}>
          {({ data, reviewer }) => (
            <Suggestions
              all={data}
              reviewer={reviewer}
              take={(suggestion) => {
                setDraft({ ...draftFrom(suggestion), owner: draft.owner });
                document.querySelector('h1')?.scrollIntoView();
                document.querySelector<HTMLElement>('form input')?.focus();
              }}
            />
          )}
        </Loaded>
      }
    >
      <RiskFields org={org} draft={draft} change={setDraft} />
    </NewForm>
  );
}
