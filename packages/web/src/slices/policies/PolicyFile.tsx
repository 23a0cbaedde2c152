// The file that a version was brought as.
import { addressOf } from '@assay/contract';
import { bytesText } from '../../ui/bytes.ts';
import { Copy } from '../../ui/Copy.tsx';
import type { Policy } from './policies.ts';

export function PolicyFile(props: {
  readonly org: string;
  readonly policy: Policy;
  readonly file: NonNullable<Policy['file']>;
}) {
  const { org, policy, file } = props;
  const query = { version: String(policy.version) };
  return (
    <p className="policy-file">
      <a
        className="button"
        href={addressOf('policies.download', { params: { org, policy: policy.code }, query })}
        download={file.filename}
      >
        Download {file.filename}
      </a>
      <span className="muted">
        {bytesText(file.size)}, SHA-256 <Copy what="the hash" text={file.sha256} />
      </span>
    </p>
  );
}
