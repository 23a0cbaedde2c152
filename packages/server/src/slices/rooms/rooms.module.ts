// The rooms slice's only door.
export { roomsHistory } from './rooms.history.ts';
export { roomsOver } from './rooms.repository.ts';
