// Problems of printed documents: a part of the one table in problems.ts, which checks them.

export const DOCUMENT_PROBLEMS = {
  'document.not_found': {
    status: 404,
    title: 'No such document',
    cause: 'Nothing is printed under this name.',
    remedy: 'List the documents; their names stand there.',
  },
  'document.of_unknown': {
    status: 422,
    title: 'It is not said of what',
    cause: 'There is one such document for each of several things, and `of` names none of them.',
    remedy: 'Name one of the ids that the list of documents gives for it.',
  },
} as const;
