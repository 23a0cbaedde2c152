// The advisor slice's only door.
export { advisorDocuments } from './advisor.document.ts';
export { advisorHistory } from './advisor.history.ts';
export { servesOf } from './counted.readmodel.ts';
export { situationOf, type Asked, type Known } from './situation.readmodel.ts';
export { adviceOf } from './advice.readmodel.ts';
export { sayAnswers, sayFigure } from './advisor.usecases.ts';
