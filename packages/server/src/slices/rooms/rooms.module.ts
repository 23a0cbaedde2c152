// The rooms slice's only door.
export { comment } from './comments.usecases.ts';
export { candidates, release } from './releases.usecases.ts';
export { roomsHistory } from './rooms.history.ts';
export { roomsOver } from './rooms.repository.ts';
export { openRoom, roomNamed } from './rooms.usecases.ts';
