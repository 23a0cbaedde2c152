// The documents slice's only door.
export {
  documentLine,
  misshapenRows,
  standingSentence,
  type DocumentBlock,
  type DocumentStanding,
  type DocumentTable,
  type PrintedDocument,
} from './document.ts';
export { documentMarkdown } from './markdown.ts';
export { pageSection } from './page.ts';
