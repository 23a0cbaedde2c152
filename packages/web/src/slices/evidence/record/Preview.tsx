// The file as far as it can be shown; its bytes are read as data and never run.
import { addressOf } from '@assay/contract';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../data/api.ts';
import type { EvidenceRow } from '../records.ts';
import { shownOf, TEXT_BYTES, type Shown } from './preview.ts';

interface Props {
  readonly org: string;
  readonly row: Pick<EvidenceRow, 'code' | 'artefact'>;
  /** Fewer lines, where a list stands beside it. */
  readonly short?: boolean;
}

type Loaded = { readonly shown: Shown; readonly address?: string };

export function Preview({ org, row, short = false }: Props) {
  const { artefact } = row;
  const found = useQuery({
    queryKey: ['artefact', org, artefact.sha256],
    staleTime: Infinity,
    queryFn: () => load(org, row),
  });
  if (found.error) return <p className="problem">{found.error.message}</p>;
  if (!found.data) return <div className="preview waiting" aria-busy="true" />;
  return (
    <figure className={`preview ${short ? 'short' : ''}`}>
      <Body of={found.data} name={artefact.filename} />
      <figcaption className="small muted">
        {saidOf(found.data.shown)}
        <a href={addressOf('evidence.download', { params: { org, evidence: row.code } })}>
          Download {artefact.filename}
        </a>
      </figcaption>
    </figure>
  );
}

function Body({ of, name }: { readonly of: Loaded; readonly name: string }) {
  const { shown } = of;
  if (shown.kind === 'image') return <img src={of.address} alt={`What ${name} shows`} />;
  if (shown.kind === 'none') return <p className="muted">{shown.why}</p>;
  if (shown.kind === 'text')
    return (
      <pre tabIndex={0} aria-label={`Text of ${name}`}>
        {shown.text}
      </pre>
    );
  const [head = [], ...rows] = shown.rows;
  return (
    <div className="preview-table" tabIndex={0} role="region" aria-label={`Rows of ${name}`}>
      <table className="table">
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th key={i}>{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, k) => (
                <td key={k}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function saidOf(shown: Shown): string {
  const cut = (shown.kind === 'text' || shown.kind === 'table') && shown.cut;
  return cut ? 'Only the beginning is shown. ' : '';
}

async function load(org: string, row: Props['row']): Promise<Loaded> {
  const response = take(await api['evidence.download']({ params: { org, evidence: row.code } }));
  const { filename, size } = row.artefact;
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  let shown: Shown | undefined;
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    parts.push(next.value);
    length += next.value.length;
    shown ??= length >= 4 ? shownOf(next.value, { filename, size }) : undefined;
    if (shown?.kind !== 'image' && length >= TEXT_BYTES) break;
  }
  await reader?.cancel();
  const bytes = new Uint8Array(await new Blob(parts.map((part) => part.slice())).arrayBuffer());
  if (shown?.kind === 'image') return { shown, address: await dataAddress(bytes, shown.type) };
  return { shown: shownOf(bytes.subarray(0, TEXT_BYTES), { filename, size }) };
}

/** A picture as an address of its own bytes: the content policy lets in no other. */
function dataAddress(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error('The picture could not be read.'));
    reader.readAsDataURL(new Blob([bytes], { type }));
  });
}
