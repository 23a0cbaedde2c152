// Where files are dropped or chosen; the whole zone takes a drop, two buttons do the same by keyboard.
import { useRef, useState } from 'react';
import { filesOf, filesOfList, type Dropped } from './dropped.ts';

interface Props {
  readonly add: (files: readonly Dropped[]) => void;
  /** One line, once files are there. */
  readonly small: boolean;
}

const READS = [
  'Prowler',
  'OCSF',
  'Security Hub',
  'SARIF',
  'CycloneDX',
  'SPDX',
  'Trivy',
  'XCCDF and ARF',
  'JUnit',
  'in-toto and DSSE',
  'InSpec and HDF',
  'Checkov',
  'OSCAL',
  'CSV',
];

export function DropZone({ add, small }: Props) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const choose = (input: HTMLInputElement): void => {
    add(filesOfList(input.files));
    // The same file may be chosen again.
    input.value = '';
  };
  return (
    <div
      className={`drop ${small ? 'small-drop' : ''} ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void filesOf(event.dataTransfer).then(add);
      }}
    >
      <span className="drop-word">{small ? 'Drop more here, or' : 'Drop files or a folder here, or'}</span>
      <span className="toolbar">
        <button
          type="button"
          className={small ? 'button' : 'button primary'}
          onClick={() => files.current?.click()}
        >
          Choose files
        </button>
        <button type="button" className="button" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
      </span>
      <input
        ref={files}
        type="file"
        multiple
        className="sr"
        tabIndex={-1}
        aria-label="Files"
        onChange={(event) => choose(event.target)}
      />
      <input
        ref={folder}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-label="Folder"
        {...{ webkitdirectory: '' }}
        onChange={(event) => choose(event.target)}
      />
      {small ? null : (
        <span className="small drop-reads">
          Read into results: {READS.join(', ')}; also gzip and ZIP. The format is found from the content.
          Everything else is kept as a file.
        </span>
      )}
    </div>
  );
}
