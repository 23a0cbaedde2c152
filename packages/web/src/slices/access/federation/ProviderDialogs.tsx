// Saying which provider signs members in, and naming a domain.
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { Setup } from './useSignIn.ts';

interface Props {
  readonly org: string;
  readonly close: () => void;
}

export function ProviderDialog({ org, setup, close }: Props & { readonly setup: Setup }) {
  const { provider } = setup;
  const [issuer, setIssuer] = useState(provider?.issuer ?? '');
  const [client, setClient] = useState(provider?.client_id ?? '');
  const [secret, setSecret] = useState('');
  const [joins, setJoins] = useState(provider?.joins ?? true);
  const [groups, setGroups] = useState(provider?.groups_claim ?? 'groups');
  return (
    <FormDialog
      org={org}
      title="The provider"
      act="Ask it and keep it"
      send={() =>
        api['sign_in.provider_set']({
          params: { org },
          body: {
            issuer,
            client_id: client,
            joins,
            groups_claim: groups,
            ...(secret === '' ? {} : { client_secret: secret }),
          },
        })
      }
      done="Members sign in by this provider."
      close={close}
    >
      <label className="field">
        <span>Issuer</span>
        <input
          className="input"
          type="url"
          required
          maxLength={300}
          placeholder="https://login.acme.example"
          value={issuer}
          onChange={(event) => setIssuer(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Client id</span>
        <input
          className="input"
          required
          maxLength={300}
          value={client}
          onChange={(event) => setClient(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{provider?.secret ? 'Client secret; empty keeps the one that is there' : 'Client secret'}</span>
        <input
          className="input"
          type="password"
          autoComplete="off"
          maxLength={2000}
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
        />
      </label>
      <label className="field">
        <span>Claim with the groups</span>
        <input
          className="input"
          required
          maxLength={200}
          value={groups}
          onChange={(event) => setGroups(event.target.value)}
        />
      </label>
      <label className="choice-row">
        <input type="checkbox" checked={joins} onChange={() => setJoins(!joins)} />
        <span>Whoever signs in for the first time joins, in the role that a rule gives</span>
      </label>
    </FormDialog>
  );
}

export function DomainDialog({ org, close }: Props) {
  const [domain, setDomain] = useState('');
  return (
    <FormDialog
      org={org}
      title="Add a domain"
      act="Show me the record"
      send={() => api['sign_in.domain_add']({ params: { org }, body: { domain } })}
      done={`Add the TXT record to ${domain}, then check it.`}
      close={close}
    >
      <label className="field">
        <span>What stands behind the @ of your addresses</span>
        <input
          className="input"
          required
          maxLength={253}
          placeholder="acme.example"
          value={domain}
          onChange={(event) => setDomain(event.target.value)}
        />
      </label>
    </FormDialog>
  );
}
