// Reads an OSCAL catalogue (usnistgov/OSCAL 1.x, catalog model) as a framework: groups within groups,
// controls within controls. Statements and guidance stay where they are: a framework holds ids and titles.
import { err, ok, type Result } from '@assay/core';
import { z } from 'zod';
import { faultsOf, type Fault } from '../../app/faults.ts';

/** A catalogue in our format, not yet checked, with the place that each requirement came from. */
export interface Converted {
  readonly file: unknown;
  readonly places: readonly string[];
}

const text = z.string().trim().min(1);
const prop = z.looseObject({ name: z.string(), value: z.string() });
const control = z.looseObject({
  id: text,
  title: text,
  props: z.array(prop).default([]),
  get controls() {
    return z.array(control).default([]);
  },
});
const group = z.looseObject({
  id: text.exactOptional(),
  title: text,
  controls: z.array(control).default([]),
  get groups() {
    return z.array(group).default([]);
  },
});
const catalogue = z.looseObject({
  catalog: z.looseObject({
    uuid: z.string().default(''),
    metadata: z.looseObject({ title: text, version: text }),
    groups: z.array(group).default([]),
    controls: z.array(control).default([]),
  }),
});

type Control = z.infer<typeof control>;
type Group = z.infer<typeof group>;

/** Whether a JSON value says that it is an OSCAL catalogue. */
export function isOscalCatalogue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'catalog' in value;
}

/** Turns it into our format; faults point into the OSCAL document. */
export function oscalToFramework(value: unknown): Result<Converted, readonly Fault[]> {
  const parsed = catalogue.safeParse(value);
  if (!parsed.success) return err(parsed.error.issues.flatMap((issue) => faultsOf(issue, '')));
  const { metadata, groups, controls, uuid } = parsed.data.catalog;
  const found = [
    ...groups.flatMap((each, i) => inGroup(each, { place: `/catalog/groups/${i}`, above: [] })),
    ...(controls.length > 0
      ? [{ id: 'controls', title: 'Controls', requirements: inControls(controls, '/catalog', 'controls') }]
      : []),
  ].filter((each) => each.requirements.length > 0);
  const requirements = found.flatMap((each) => each.requirements);
  if (requirements.length === 0)
    return err([{ pointer: '/catalog', message: 'the catalogue holds no control' }]);
  const title = plain(metadata.title);
  const edition = slug(metadata.version, 30, '.');
  return ok({
    file: {
      id: `${slug(title, 48)}:${edition}`,
      name: title.slice(0, 120),
      edition,
      title: `${title} ${metadata.version}`.slice(0, 160),
      source: `OSCAL catalogue ${uuid}`.trim(),
      licence: 'as stated by its publisher',
      groups: found.map(({ id, title: name }) => ({ id, title: name, kind: 'group' })),
      requirements: requirements.map((each) => ({
        id: each.id,
        title: each.title,
        group: each.group,
        kind: each.kind,
        leaf: each.leaf,
      })),
    },
    places: requirements.map((each) => each.place),
  });
}

interface Found {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly Requirement[];
}

interface Requirement {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly kind: 'control';
  readonly leaf: boolean;
  readonly place: string;
}

/** A group's own controls, then those of the groups in it; a title names the way down. */
function inGroup(
  { id, title, controls, groups }: Group,
  at: { readonly place: string; readonly above: readonly string[] },
): readonly Found[] {
  const names = [...at.above, plain(title)];
  const own = id ?? slug(names.join('-'), 60);
  return [
    { id: own, title: names.join(' / '), requirements: inControls(controls, at.place, own) },
    ...groups.flatMap((each, i) => inGroup(each, { place: `${at.place}/groups/${i}`, above: names })),
  ];
}

/** Controls and the enhancements within them. What was withdrawn keeps its id and asks nothing. */
function inControls(controls: readonly Control[], place: string, group: string): readonly Requirement[] {
  return controls.flatMap((each, i) => {
    const here = `${place}/controls/${i}`;
    const withdrawn = each.props.some(
      ({ name, value }) => name === 'status' && value.toLowerCase() === 'withdrawn',
    );
    return [
      {
        id: each.id,
        title: plain(each.title),
        group,
        kind: 'control' as const,
        leaf: !withdrawn,
        place: here,
      },
      ...inControls(each.controls, here, group),
    ];
  });
}

/** A title without the marks of emphasis that OSCAL allows in it. */
function plain(markup: string): string {
  return markup.replace(/[*`]/g, '').replace(/\s+/g, ' ').trim();
}

/** Lower case with hyphens, cut between words; `keep` names a further character that may stay. */
function slug(name: string, length: number, keep = ''): string {
  const words = name.toLowerCase().replace(keep === '.' ? /[^a-z0-9.]+/g : /[^a-z0-9]+/g, '-');
  const cut = words.length > length ? words.slice(0, length + 1).replace(/-[^-]*$/, '') : words;
  const made = cut.slice(0, length).replace(/^[-.]+|[-.]+$/g, '');
  return made === '' ? 'oscal' : made;
}
