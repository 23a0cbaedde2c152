// The door of people for slices that invite them: rooms.
export { accessOf, type Access } from './people/access.readmodel.ts';
export { invite, withdraw } from './people/invitations.usecases.ts';
export { writeMember } from './members.usecases.ts';
