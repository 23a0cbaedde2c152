// What stands in the two-views picture: requirements and controls as spots with a place. Types only.

export interface FrameworkLike {
  readonly view: string;
  readonly title: string;
  readonly requirements: readonly {
    readonly ref: string;
    readonly id: string;
    readonly title: string;
    readonly group: string;
    readonly state: string;
  }[];
}

export interface ControlLike {
  readonly code: string;
  readonly name: string;
  readonly state: { readonly state: string; readonly implementation: string | null };
  readonly mappings: readonly { readonly to: string; readonly strength: string }[];
}

export interface Spot {
  readonly id: string;
  readonly name: string;
  readonly kind: 'iso' | 'soc2' | 'control';
  readonly state: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly className: 'title' | 'title-iso' | 'title-soc2' | 'label' | 'label-id';
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly spots: readonly Spot[];
  readonly labels: readonly Label[];
  readonly byId: ReadonlyMap<string, Spot>;
}
