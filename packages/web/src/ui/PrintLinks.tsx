// The way of a page onto paper: the same content as PDF and for Word, made by the server from the data of now.
interface Props {
  readonly org: string;
  /** Name of the document in the list of what can be printed. */
  readonly document: string;
  readonly of?: string;
}

const FORMATS = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
] as const;

export function PrintLinks({ org, document, of }: Props) {
  return FORMATS.map(([format, name]) => (
    <a
      key={format}
      className="button quiet"
      href={`/v1/orgs/${org}/documents/${document}?format=${format}${of === undefined ? '' : `&of=${encodeURIComponent(of)}`}`}
      download
    >
      {name}
    </a>
  ));
}
