// How members sign in: the provider, whose domains, who gets which role; the directory; pipelines.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChange } from '../../../data/api.ts';
import { useMay } from '../../../data/may.tsx';
import { Copy } from '../../../ui/Copy.tsx';
import { Loaded, PageHead } from '../../../ui/page.tsx';
import { TableSection } from '../../../ui/TableSection.tsx';
import { minuteText } from '../../../ui/words.ts';
import { rolesText } from '../people/usePeople.ts';
import { DomainDialog, ProviderDialog } from './ProviderDialogs.tsx';
import { PipelinesSection } from './PipelinesSection.tsx';
import { RulesDialog } from './RulesDialog.tsx';
import { DirectoryDialog } from './DirectoryDialog.tsx';
import { sentence, useSignIn, type Domain, type Setup } from './useSignIn.ts';

export function SignInSettingsPage() {
  const { org } = useParams({ from: '/o/$org' });
  const setup = useSignIn(org);
  return (
    <Loaded of={setup}>
      {(data) => (
        <div className="page">
          <PageHead title="Sign-in" name="Sign-in" sentence={sentence(data)} />
          <p className="small">
            <Link to="/o/$org/settings" params={{ org }}>
              Settings
            </Link>
            {' · '}
            <Link to="/o/$org/settings/people" params={{ org }}>
              People
            </Link>
          </p>
          <ProviderSection org={org} setup={data} />
          <Domains org={org} rows={data.domains} />
          <Rules org={org} setup={data} />
          <DirectorySection org={org} setup={data} />
          <PipelinesSection org={org} rows={data.pipelines} />
        </div>
      )}
    </Loaded>
  );
}

interface Props {
  readonly org: string;
  readonly setup: Setup;
}

function ProviderSection({ org, setup }: Props) {
  const [open, setOpen] = useState(false);
  const change = useChange(org);
  const { provider } = setup;
  return (
    <section className="section" aria-labelledby="provider">
      <div className="section-head">
        <h2 id="provider">Provider</h2>
        <span className="ids">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {provider ? 'Change the provider' : 'Set a provider'}
          </button>
          {provider ? (
            <button
              type="button"
              className="button quiet"
              onClick={() =>
                change.mutate({
                  act: () => api['sign_in.provider_drop']({ params: { org } }),
                  done: 'No provider signs members in any more; its secret is destroyed.',
                })
              }
            >
              Remove it
            </button>
          ) : null}
        </span>
      </div>
      {provider ? (
        <dl className="facts">
          <dt>Issuer</dt>
          <dd>
            <code>{provider.issuer}</code>
          </dd>
          <dt>Client</dt>
          <dd>
            <code>{provider.client_id}</code>,{' '}
            {provider.secret ? 'with a secret that is kept sealed' : 'without a secret'}
          </dd>
          <dt>First sign-in</dt>
          <dd>
            {provider.joins
              ? 'joins, if a rule gives a role'
              : 'nobody joins; members are invited or provisioned'}
          </dd>
          <dt>Groups</dt>
          <dd>
            from the claim <code>{provider.groups_claim}</code>
          </dd>
          <dt>Set</dt>
          <dd>
            {minuteText(provider.since)} by {provider.by}
          </dd>
        </dl>
      ) : (
        <p className="muted">
          None. With one (Okta, Entra ID, Google, Keycloak: anything that speaks OpenID Connect) members sign
          in with the account of their company.
        </p>
      )}
      <p className="small">Tell the provider to send people back to</p>
      <p>
        <Copy text={setup.redirect} what="the address to send people back to" />
      </p>
      {open ? <ProviderDialog org={org} setup={setup} close={() => setOpen(false)} /> : null}
    </section>
  );
}

function Domains({ org, rows }: { readonly org: string; readonly rows: readonly Domain[] }) {
  const [adding, setAdding] = useState(false);
  const change = useChange(org);
  return (
    <>
      <TableSection
        title="Domains"
        rows={rows}
        keyOf={({ domain }) => domain}
        file="domains.csv"
        empty={
          <p className="muted">
            None. People join only by addresses of a domain that you have shown to be yours.
          </p>
        }
        acts={
          <button type="button" className="button" onClick={() => setAdding(true)}>
            Add a domain
          </button>
        }
        columns={[
          { name: 'Domain', value: (row) => row.domain, show: (row) => row.domain },
          {
            name: 'Shown to be yours',
            value: (row) => row.verified_at ?? '',
            show: (row) => (row.verified_at === null ? 'not yet' : minuteText(row.verified_at)),
          },
          {
            name: 'TXT record',
            value: (row) => `${row.record.name} ${row.record.value}`,
            show: (row) => (
              <span className="stack tight">
                <Copy text={row.record.name} what="the name of the record" />
                <Copy text={row.record.value} what="the value of the record" />
              </span>
            ),
          },
          {
            name: 'Change',
            show: (row) => (
              <span className="ids">
                {row.verified_at === null ? (
                  <button
                    type="button"
                    className="button quiet"
                    onClick={() =>
                      change.mutate({
                        act: () => api['sign_in.domain_check']({ params: { org, domain: row.domain } }),
                        done: `${row.domain} is shown to be yours.`,
                      })
                    }
                  >
                    Check<span className="sr"> the record of {row.domain}</span>
                  </button>
                ) : null}
                <button
                  type="button"
                  className="button quiet"
                  onClick={() =>
                    change.mutate({
                      act: () => api['sign_in.domain_drop']({ params: { org, domain: row.domain } }),
                      done: `Nobody joins by ${row.domain} any more.`,
                    })
                  }
                >
                  Remove<span className="sr"> {row.domain}</span>
                </button>
              </span>
            ),
          },
        ]}
      />
      {adding ? <DomainDialog org={org} close={() => setAdding(false)} /> : null}
    </>
  );
}

function Rules({ org, setup }: Props) {
  const [open, setOpen] = useState(false);
  const { rules, otherwise } = setup.rules;
  return (
    <>
      <TableSection
        title="Roles by group"
        rows={rules}
        keyOf={(row) => `${row.group} ${rolesText([row.gives])}`}
        file="group-rules.csv"
        empty={<p className="muted">No group gives a role.</p>}
        note={
          <p className="small muted">
            {otherwise
              ? `Whoever no rule names gets ${rolesText([otherwise])}.`
              : 'Whoever no rule names gets no role, and does not join.'}{' '}
            What people were given by hand stays.
          </p>
        }
        acts={
          <button type="button" className="button" onClick={() => setOpen(true)}>
            Change the rules
          </button>
        }
        columns={[
          { name: 'Group', value: (row) => row.group, show: (row) => row.group },
          { name: 'Gives', value: (row) => rolesText([row.gives]), show: (row) => rolesText([row.gives]) },
        ]}
      />
      {open ? <RulesDialog org={org} setup={setup} close={() => setOpen(false)} /> : null}
    </>
  );
}

function DirectorySection({ org, setup }: Props) {
  const [open, setOpen] = useState(false);
  const may = useMay(org);
  const { scim } = setup;
  return (
    <section className="section" aria-labelledby="directory">
      <div className="section-head">
        <h2 id="directory">Directory (SCIM 2.0)</h2>
        {may('members.provision') && may('tokens.own') ? (
          <button type="button" className="button" onClick={() => setOpen(true)}>
            Make its token
          </button>
        ) : null}
      </div>
      <p className="prose">
        {scim.users === 0
          ? 'No directory has sent anybody yet. Give it this address and a token; whoever it makes inactive is signed out at once.'
          : `${scim.active} of ${scim.users} users are active, in ${scim.groups} groups. Whoever the directory makes inactive is signed out at once.`}
      </p>
      <p>
        <Copy text={scim.address} what="the address of the directory service" />
      </p>
      {open ? <DirectoryDialog org={org} close={() => setOpen(false)} /> : null}
    </section>
  );
}
