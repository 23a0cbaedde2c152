// How members sign in, as it is shown to whoever may change it. No secret is.
import { domainRecord, instantOfMillis, millisOfInstant, type Grant, type Instant } from '@assay/core';
import type { Work } from '../people/work.ts';
import type { rolesShown } from '../people/shown.ts';
import type { Federation } from './federation.readmodel.ts';
import { scimAddress } from './scim.presenter.ts';
import { TRADED_MINUTES } from './exchange.usecases.ts';
import { usersOf } from './scim.usecases.ts';

type Shown = ReturnType<typeof rolesShown>[number];

interface Beside {
  readonly redirect: string;
  readonly secret: boolean;
  /** Until when the last token of each pipeline holds. */
  readonly trades: ReadonlyMap<string, Instant>;
  readonly shown: (grant: Grant) => Shown;
  readonly nameOf: (id: string) => string;
}

export function presentSetup(work: Work, federation: Federation, beside: Beside) {
  const { provider, rules } = federation;
  const users = usersOf(federation);
  return {
    provider: provider
      ? {
          issuer: provider.is.issuer,
          client_id: provider.is.client_id,
          secret: beside.secret,
          joins: provider.is.joins,
          groups_claim: provider.is.groups_claim,
          by: provider.record.by,
          since: provider.record.since,
        }
      : null,
    redirect: beside.redirect,
    domains: federation.domains.map(({ is }) => ({
      domain: is.domain,
      verified_at: is.verified_at,
      record: { ...domainRecord(is.domain, is.proof), type: 'TXT' as const },
    })),
    rules: {
      otherwise: rules.otherwise ? beside.shown(rules.otherwise) : null,
      rules: rules.rules.map(({ group, grant }) => ({ group, gives: beside.shown(grant) })),
    },
    scim: {
      address: scimAddress(work),
      users: users.length,
      active: users.filter(({ is }) => is.active).length,
      groups: federation.groups.length,
    },
    pipelines: federation.pipelines.map(({ id, is }) => {
      const until = beside.trades.get(id);
      return {
        id,
        name: is.name,
        issuer: is.issuer,
        claims: is.claims,
        scopes: is.scopes,
        owner: beside.nameOf(is.owner),
        state: is.state,
        traded_at:
          until === undefined ? null : instantOfMillis(millisOfInstant(until) - TRADED_MINUTES * 60_000),
      };
    }),
  };
}
