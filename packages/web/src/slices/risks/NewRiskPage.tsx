// Write down a risk: from a scenario of the library, which nobody has judged for this company, or in one's own words.
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take, useOrg } from '../../data/api.ts';
import { tell } from '../../data/toasts.ts';
import { Refusal } from '../../ui/FormDialog.tsx';
import { Loaded, PageHead } from '../../ui/page.tsx';
import { BLANK, bodyOf, draftFrom } from './draft.ts';
import { RiskFields } from './RiskFields.tsx';
import { Suggestions } from './Suggestions.tsx';
import './risks.css';

export function NewRiskPage() {
  const { org } = useParams({ from: '/o/$org/new-risk' });
  const scenarios = useOrg(org, ['risk-scenarios'], () => api['risk_scenarios.list']({ params: { org } }));
  const [draft, setDraft] = useState(BLANK);
  const navigate = useNavigate();
  const client = useQueryClient();
  const added = useMutation({
    mutationFn: async () => {
      const made = take(await api['risks.add']({ params: { org }, body: bodyOf(draft) }));
      await client.invalidateQueries({ queryKey: ['org', org] });
      tell(`${made.code} ${made.title} is written down.`);
      await navigate({ to: '/o/$org/risks/$risk', params: { org, risk: made.code } });
    },
  });
  return (
    <div className="page">
      <PageHead
        title="Write down a risk"
        name="Write down a risk"
        sentence="What could happen, what is at stake and who answers for it. It is assessed and treated on its own page."
        crumbs={
          <Link to="/o/$org/risks" params={{ org }}>
            Risks
          </Link>
        }
      />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          added.mutate();
        }}
      >
        <RiskFields org={org} draft={draft} change={setDraft} />
        <Refusal of={added.error} />
        <div>
          <button
            type="submit"
            className="button primary"
            disabled={added.isPending || draft.properties.length === 0}
            title={draft.properties.length === 0 ? 'Say first what is at stake' : undefined}
          >
            Write it down
          </button>
        </div>
      </form>
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
    </div>
  );
}
