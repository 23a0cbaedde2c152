// The small parts of a workbook: which sheets there are, which texts are shared.
import { readXml, type XmlElement } from '../../formats/xml.ts';
import type { Bytes } from '../../read/reader.ts';
import { JsonFault } from '../../stream/fault.ts';

export interface SheetName {
  readonly name: string;
  /** The relation that leads to its part. */
  readonly relation: string;
}

export interface Workbook {
  readonly sheets: readonly SheetName[];
  readonly from1904: boolean;
}

export async function readSheetNames(bytes: Bytes): Promise<Workbook> {
  const sheets: SheetName[] = [];
  let from1904 = false;
  await eachElement(bytes, ({ local, attributes }) => {
    if (local === 'sheet')
      sheets.push({ name: attributes['name'] ?? '', relation: attributes['r:id'] ?? '' });
    if (local === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
  });
  return { sheets, from1904 };
}

/** Parts by the relation that leads to them; what lies outside of the file is left out. */
export async function readRelations(bytes: Bytes): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  await eachElement(bytes, ({ local, attributes: { Id, Target, TargetMode } }) => {
    if (local !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External')
      return;
    found.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
  });
  return found;
}

/** Texts that cells share, by number; runs of one text are joined, phonetic hints left out. */
export async function readSharedTexts(bytes: Bytes): Promise<readonly string[]> {
  const texts: string[] = [];
  let size = 0;
  let held = '';
  await readXml(bytes, {
    open: ({ local }) => {
      if (local === 'si') held = '';
    },
    close: ({ local }, text, parents) => {
      if (local === 't' && !parents.some((each) => each.local === 'rPh')) held += text;
      if (local !== 'si') return;
      size += held.length;
      if (size > SHARED_LIMIT)
        throw new JsonFault(
          'xlsx.texts',
          'The workbook holds more than 64 MiB of text.',
          'sharedStrings.xml',
        );
      texts.push(held);
    },
    flush: () => Promise.resolve(),
  });
  return texts;
}

const SHARED_LIMIT = 64 * 1024 * 1024;

function eachElement(bytes: Bytes, take: (element: XmlElement) => void): Promise<void> {
  return readXml(bytes, {
    open: take,
    close: () => {},
    flush: () => Promise.resolve(),
  });
}
