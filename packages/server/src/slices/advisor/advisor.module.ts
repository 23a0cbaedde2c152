// The advisor slice's only door.
export { adviceOf } from './advice.readmodel.ts';
export { advisorHistory } from './advisor.history.ts';
export { advisorDocuments } from './advisor.document.ts';
export { sayAnswers, sayFigure } from './advisor.usecases.ts';
