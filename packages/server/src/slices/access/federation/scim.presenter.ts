// Answers of SCIM: resources with what the server adds to them, lists, and what this service can.
import { err, fits, ok, parseFilter, type Result } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import type { Federation } from './federation.readmodel.ts';
import { asGroup, asUser } from './scimShapes.ts';
import { usersOf, type Group, type User } from './scim.usecases.ts';

const URN = 'urn:ietf:params:scim:';
const USER_SCHEMA = `${URN}schemas:core:2.0:User`;
const GROUP_SCHEMA = `${URN}schemas:core:2.0:Group`;
const MOST = 200;

export interface Resource {
  readonly schemas: string[];
  readonly [attribute: string]: unknown;
}

interface Place {
  readonly deps: Pick<Deps, 'origin'>;
  readonly scope: { readonly slug: string };
}

/** The address that a directory is given. */
export function scimAddress({ deps, scope }: Place): string {
  return `${deps.origin}/v1/orgs/${scope.slug}/scim/v2`;
}

export function presentUser(place: Place, federation: Federation, { id, is, record }: User): Resource {
  const groups = federation.groups
    .filter((group) => group.is.members.includes(id))
    .map((group) => ({ value: group.id, display: group.is.display_name }));
  return {
    schemas: [USER_SCHEMA],
    id,
    ...asUser(is),
    groups,
    meta: metaOf(place, { kind: 'User', id, created: is.created_at, record }),
  };
}

export function presentGroup(place: Place, federation: Federation, { id, is, record }: Group): Resource {
  const names = new Map(
    usersOf(federation).map((user) => [user.id, user.is.display_name ?? user.is.user_name]),
  );
  return {
    schemas: [GROUP_SCHEMA],
    id,
    ...asGroup(is),
    members: is.members.map((value) => ({ value, display: names.get(value) ?? value, type: 'User' })),
    meta: metaOf(place, { kind: 'Group', id, created: is.created_at, record }),
  };
}

export interface Asked {
  readonly filter?: string | undefined;
  readonly startIndex?: number | undefined;
  readonly count?: number | undefined;
  readonly attributes?: string | undefined;
  readonly excludedAttributes?: string | undefined;
}

/** A page of what a filter names (RFC 7644 3.4.2); what lies outside is taken as the nearest that is there. */
export function presentList(all: readonly Resource[], asked: Asked): Result<Resource, Refusal> {
  const filter = asked.filter === undefined ? undefined : parseFilter(asked.filter);
  if (filter && !filter.ok) return err({ code: 'scim.invalid_filter', detail: filter.error });
  const named = filter ? all.filter((each) => fits(filter.value, each)) : all;
  const from = Math.max(1, asked.startIndex ?? 1);
  const count = Math.min(MOST, Math.max(0, asked.count ?? 100));
  const page = named.slice(from - 1, from - 1 + count).map((each) => chosen(each, asked));
  return ok({
    schemas: [`${URN}api:messages:2.0:ListResponse`],
    totalResults: named.length,
    startIndex: from,
    itemsPerPage: page.length,
    Resources: page,
  });
}

/** The attributes that were asked for; what tells one resource from another always stands there. */
export function chosen(resource: Resource, { attributes, excludedAttributes }: Asked): Resource {
  const wanted = namesIn(attributes);
  const left = namesIn(excludedAttributes);
  const kept = Object.entries(resource).filter(([name]) => {
    if (name === 'id' || name === 'schemas') return true;
    const plain = name.toLowerCase();
    return (wanted.length === 0 || wanted.includes(plain)) && !left.includes(plain);
  });
  return { ...Object.fromEntries(kept), schemas: resource.schemas };
}

export function presentConfig(place: Place): Resource {
  return {
    schemas: [`${URN}schemas:core:2.0:ServiceProviderConfig`],
    documentationUri: 'https://datatracker.ietf.org/doc/html/rfc7644',
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: MOST },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: false },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'API token',
        description: 'A token with the permission members.provision',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${scimAddress(place)}/ServiceProviderConfig` },
  };
}

export function presentTypes(place: Place): readonly Resource[] {
  return [
    { name: 'User', endpoint: '/Users', schema: USER_SCHEMA },
    { name: 'Group', endpoint: '/Groups', schema: GROUP_SCHEMA },
  ].map((type) => ({
    schemas: [`${URN}schemas:core:2.0:ResourceType`],
    id: type.name,
    ...type,
    meta: { resourceType: 'ResourceType', location: `${scimAddress(place)}/ResourceTypes/${type.name}` },
  }));
}

export function presentSchemas(place: Place): readonly Resource[] {
  const schema = (id: string, name: string, attributes: readonly object[]): Resource => ({
    schemas: [`${URN}schemas:core:2.0:Schema`],
    id,
    name,
    attributes,
    meta: { resourceType: 'Schema', location: `${scimAddress(place)}/Schemas/${id}` },
  });
  return [
    schema(USER_SCHEMA, 'User', [
      text('userName', { required: true, uniqueness: 'server' }),
      text('externalId', { caseExact: true }),
      many('name', [text('givenName'), text('familyName')], false),
      text('displayName'),
      many('emails', [text('value'), text('type'), { ...text('primary'), type: 'boolean' }]),
      { ...text('active'), type: 'boolean' },
      { ...many('groups', [text('value'), text('display')]), mutability: 'readOnly' },
    ]),
    schema(GROUP_SCHEMA, 'Group', [
      text('displayName', { required: true, uniqueness: 'server' }),
      text('externalId', { caseExact: true }),
      many('members', [text('value'), text('display')]),
    ]),
  ];
}

function text(name: string, more: object = {}) {
  return {
    name,
    type: 'string',
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  };
}

function many(name: string, subAttributes: readonly object[], multiValued = true) {
  return { ...text(name), type: 'complex', multiValued, subAttributes };
}

function namesIn(list: string | undefined): readonly string[] {
  const names = (list ?? '').split(',').map((name) => name.trim().replace(/^urn:.*:/i, ''));
  return names.filter((name) => name !== '').map((name) => name.split('.')[0]?.toLowerCase() ?? '');
}

function metaOf(
  place: Place,
  of: {
    readonly kind: 'User' | 'Group';
    readonly id: string;
    readonly created: string;
    readonly record: User['record'];
  },
) {
  return {
    resourceType: of.kind,
    created: of.created,
    lastModified: of.record.since,
    location: `${scimAddress(place)}/${of.kind}s/${of.id}`,
  };
}
