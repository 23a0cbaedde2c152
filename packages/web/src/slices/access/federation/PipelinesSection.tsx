// Pipelines that trade their own ID token for an API token: no secret is stored where they run.
import type { Permission } from '@assay/core';
import { useState } from 'react';
import { api, useChange } from '../../../data/api.ts';
import { useMay } from '../../../data/may.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { TableSection } from '../../../ui/TableSection.tsx';
import { PermissionsField } from '../people/PermissionsField.tsx';
import type { Pipeline } from './useSignIn.ts';

/** How the common platforms write who runs (their own documentation of ID tokens). */
const PLATFORMS = {
  GitHub: {
    issuer: 'https://token.actions.githubusercontent.com',
    repository: 'repository',
    ref: 'refs/heads/main',
  },
  GitLab: { issuer: 'https://gitlab.com', repository: 'project_path', ref: 'main' },
} as const;
type Platform = keyof typeof PLATFORMS;

export function PipelinesSection({
  org,
  rows,
}: {
  readonly org: string;
  readonly rows: readonly Pipeline[];
}) {
  const [adding, setAdding] = useState(false);
  const change = useChange(org);
  return (
    <>
      <TableSection
        title="Pipelines"
        rows={rows.filter(({ state }) => state === 'active')}
        keyOf={({ id }) => id}
        file="pipelines.csv"
        empty={
          <p className="muted">
            None. A pipeline that is named here trades the ID token of its platform for an API token of
            fifteen minutes; nothing is stored where it runs.
          </p>
        }
        acts={
          <button type="button" className="button" onClick={() => setAdding(true)}>
            Let a pipeline in
          </button>
        }
        columns={[
          { name: 'Name', value: (row) => row.name, show: (row) => row.name },
          {
            name: 'Lets in',
            value: claimsText,
            show: (row) => <span className="mono small">{claimsText(row)}</span>,
          },
          { name: 'May', value: (row) => row.scopes.join(', '), show: (row) => row.scopes.join(', ') },
          { name: 'In the name of', value: (row) => row.owner, show: (row) => row.owner },
          {
            name: 'End',
            show: (row) => (
              <button
                type="button"
                className="button quiet"
                onClick={() =>
                  change.mutate({
                    act: () => api['sign_in.pipeline_end']({ params: { org, pipeline: row.id } }),
                    done: `${row.name} gets no token any more.`,
                  })
                }
              >
                End<span className="sr"> the pipeline {row.name}</span>
              </button>
            ),
          },
        ]}
      />
      {adding ? <PipelineDialog org={org} close={() => setAdding(false)} /> : null}
    </>
  );
}

function PipelineDialog({ org, close }: { readonly org: string; readonly close: () => void }) {
  const may = useMay(org);
  const [platform, setPlatform] = useState<Platform>('GitHub');
  const [name, setName] = useState('');
  const [repository, setRepository] = useState('');
  const [issuer, setIssuer] = useState<string>(PLATFORMS.GitHub.issuer);
  const [ref, setRef] = useState<string>(PLATFORMS.GitHub.ref);
  const [scopes, setScopes] = useState<readonly Permission[]>(['evidence.add']);
  const choose = (next: Platform): void => {
    setPlatform(next);
    setIssuer(PLATFORMS[next].issuer);
    setRef(PLATFORMS[next].ref);
  };
  return (
    <FormDialog
      org={org}
      title="Let a pipeline in"
      act="Let it in"
      send={() =>
        api['sign_in.pipeline_add']({
          params: { org },
          body: {
            name,
            issuer,
            claims: [
              { claim: PLATFORMS[platform].repository, value: repository },
              { claim: 'ref', value: ref },
            ],
            scopes: [...scopes],
          },
        })
      }
      done={`${name} gets tokens of fifteen minutes.`}
      close={close}
    >
      <label className="field">
        <span>Platform</span>
        <select
          className="input"
          value={platform}
          onChange={({ target }) => choose(target.value === 'GitLab' ? 'GitLab' : 'GitHub')}
        >
          <option>GitHub</option>
          <option>GitLab</option>
        </select>
      </label>
      <Text label="Name" value={name} change={setName} most={80} />
      <Text label="Issuer of its ID tokens" value={issuer} change={setIssuer} most={300} />
      <Text label="Repository, for example acme/app" value={repository} change={setRepository} most={400} />
      <Text
        label="Ref, word for word; a star may end refs/heads/release/*"
        value={ref}
        change={setRef}
        most={400}
      />
      <PermissionsField legend="It may" mayHold={may} value={scopes} change={setScopes} />
    </FormDialog>
  );
}

function Text(props: {
  readonly label: string;
  readonly value: string;
  readonly change: (next: string) => void;
  readonly most: number;
}) {
  return (
    <label className="field">
      <span>{props.label}</span>
      <input
        className="input"
        required
        maxLength={props.most}
        value={props.value}
        onChange={(event) => props.change(event.target.value)}
      />
    </label>
  );
}

function claimsText({ claims }: Pipeline): string {
  return claims.map(({ claim, value }) => `${claim}=${value}`).join(', ');
}
