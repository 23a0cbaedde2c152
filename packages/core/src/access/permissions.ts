// What can be permitted, each in words: routes ask for one of these and nothing else.

/** Each permission with what it lets somebody do. */
export const PERMISSION_WORDS = {
  'organisation.read': 'see the organisation and its settings',
  'organisation.change': 'change settings, scope and periods',
  'organisation.delete': 'delete the organisation with everything in it',
  'members.read': 'see who belongs to the organisation, and in which role',
  'members.change': 'invite, change and end members',
  'owners.grant': 'make somebody an owner, or no longer one',
  'roles.change': 'make and change roles of its own',
  'identity.change': 'decide how members sign in: providers, domains, provisioning',
  'members.provision': 'make, change and end members in the name of a directory (SCIM)',
  'tokens.own': 'make API tokens that act in one’s own name',
  'tokens.change': 'see and end the API tokens of all members',
  'keys.change': 'change the keys under which data is sealed',
  'trail.read': 'read who did what',
  'rooms.read': 'see auditors’ rooms and what was read in them',
  'rooms.change': 'open and end auditors’ rooms, and release into them',
  'rooms.enter': 'enter the room that one was invited to',
  'frameworks.read': 'see frameworks, requirements and posture',
  'frameworks.change': 'add frameworks of its own',
  'controls.read': 'see controls and mappings',
  'controls.change': 'change controls, their state and mappings',
  'monitoring.read': 'see windows, populations, samples and collectors',
  'monitoring.change': 'change schedules, exclusions, populations, samples and collectors',
  'evidence.read': 'see evidence',
  'evidence.add': 'bring evidence',
  'evidence.review': 'review and undo evidence that others brought',
  'evidence.change': 'correct what is said of evidence',
  'evidence.erase': 'hold evidence, and destroy its bytes for good',
  'work.read': 'see tasks',
  'work.change': 'do and hand on tasks',
  'risks.read': 'see risks',
  'risks.change': 'assess and treat risks',
  'risks.accept': 'record that a risk is accepted',
  'soa.read': 'see the Statement of Applicability',
  'soa.change': 'decide its rows',
  'soa.approve': 'approve a version of it',
  'isms.read': 'see records of the management system',
  'isms.change': 'keep records of the management system',
  'isms.approve': 'approve them',
  'findings.read': 'see nonconformities and findings',
  'findings.change': 'record findings and their correction',
  'policies.read': 'read policies',
  'policies.change': 'write policies',
  'policies.approve': 'approve and publish policies',
  'policies.acknowledge': 'confirm that one has read a policy',
  'plan.read': 'see advice, costs and the plan',
  'plan.change': 'change what the plan rests on',
  'plan.approve': 'approve a plan as baseline',
  'ledger.read': 'see the ledger and its proofs',
  'documents.export': 'export documents and the whole organisation',
} as const;

export type Permission = keyof typeof PERMISSION_WORDS;

export const PERMISSIONS: readonly [Permission, ...Permission[]] = namesOf(PERMISSION_WORDS);

function namesOf<T extends object>(table: T): readonly [keyof T & string, ...(keyof T & string)[]] {
  const names: (keyof T & string)[] = [];
  for (const name in table) names.push(name);
  const [first, ...rest] = names;
  if (first === undefined) throw new Error('a table of permissions is empty');
  return [first, ...rest];
}
