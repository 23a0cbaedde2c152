// Reads an OSCAL catalogue (usnistgov/OSCAL 1.x, catalog model) as a framework: groups and controls.

interface OscalControl {
  readonly id: string;
  readonly title: string;
  readonly controls: readonly OscalControl[];
}

/** Whether a JSON value looks like an OSCAL catalogue. */
export function isOscalCatalogue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'catalog' in value;
}

/** Turns it into our format; faults show when that format is checked. */
export function oscalToFramework(value: unknown): unknown {
  const catalog = field(value, 'catalog');
  const metadata = field(catalog, 'metadata');
  const title = text(field(metadata, 'title'));
  const version =
    text(field(metadata, 'version'))
      .toLowerCase()
      .replace(/[^a-z0-9.-]+/g, '-') || '1';
  const groups = list(field(catalog, 'groups')).map((group) => ({
    id: text(field(group, 'id')),
    title: text(field(group, 'title')),
    kind: 'group',
    controls: list(field(group, 'controls')).map(controlOf),
  }));
  const loose = list(field(catalog, 'controls')).map(controlOf);
  const all =
    loose.length > 0
      ? [...groups, { id: 'controls', title: 'Controls', kind: 'group', controls: loose }]
      : groups;
  return {
    id: `${
      title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 40) || 'oscal'
    }:${version.slice(0, 30)}`,
    name: title.slice(0, 120),
    edition: version.slice(0, 40),
    title: title.slice(0, 160),
    source: `OSCAL catalogue ${text(field(catalog, 'uuid'))}`,
    licence: 'as stated by its publisher',
    groups: all.map(({ id, title: name, kind }) => ({ id, title: name, kind })),
    requirements: all.flatMap((group) =>
      group.controls
        .flatMap((control) => [control, ...control.controls])
        .map((control) => ({
          id: control.id.slice(0, 40),
          title: control.title.slice(0, 300),
          group: group.id,
          kind: 'control',
        })),
    ),
  };
}

function controlOf(value: unknown): OscalControl {
  return {
    id: text(field(value, 'id')),
    title: text(field(value, 'title')),
    controls: list(field(value, 'controls')).map(controlOf),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
