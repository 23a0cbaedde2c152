// The fields of a rule of sizes: which they are depends on its kind.
import { FREQUENCY_CLASSES } from '@assay/core';
import { said } from '../../../ui/words.ts';
import { NUMBERS, type BandText, type NumberName, type ProfileDraft } from './profileDraft.ts';

interface Props {
  readonly draft: ProfileDraft;
  readonly set: (next: Partial<ProfileDraft>) => void;
}

export function RuleFields({ draft, set }: Props) {
  switch (draft.kind) {
    case 'table':
      return (
        <div className="field-row">
          {FREQUENCY_CLASSES.map((each) => (
            <Field
              key={each}
              name={said(each)}
              value={draft.sizes[each]}
              change={(value) => set({ sizes: { ...draft.sizes, [each]: value } })}
            />
          ))}
        </div>
      );
    case 'bands':
      return <Bands bands={draft.bands} change={(bands) => set({ bands })} />;
    case 'percent':
      return <Numbers names={['percent', 'least', 'most']} draft={draft} set={set} />;
    case 'attribute':
      return (
        <div className="stack">
          <Numbers names={['confidence', 'tolerableRate', 'expectedDeviations']} draft={draft} set={set} />
          <label className="rule-check">
            <input
              type="checkbox"
              checked={draft.finite}
              onChange={(event) => set({ finite: event.target.checked })}
            />{' '}
            Without replacement, by the hypergeometric distribution
          </label>
        </div>
      );
    default:
      return draft.kind satisfies never;
  }
}

function Numbers({ names, draft, set }: Props & { readonly names: readonly NumberName[] }) {
  return (
    <div className="field-row">
      {names.map((name) => (
        <Field
          key={name}
          name={NUMBERS[name]}
          value={draft.numbers[name]}
          change={(value) => set({ numbers: { ...draft.numbers, [name]: value } })}
        />
      ))}
    </div>
  );
}

interface BandsProps {
  readonly bands: readonly BandText[];
  readonly change: (next: readonly BandText[]) => void;
}

function Bands({ bands, change }: BandsProps) {
  const put = (at: number, next: Partial<BandText>): void =>
    change(bands.map((band, i) => (i === at ? { ...band, ...next } : band)));
  return (
    <fieldset className="stack">
      <legend>Sizes by the rows of the population; an empty size takes all of them</legend>
      {bands.map((band, i) => {
        const isLast = i === bands.length - 1;
        const label = isLast ? 'Larger populations, size' : `Band ${i + 1}, size`;
        return (
          // A band has no name but its place.
          <div key={i} className="field-row band">
            {isLast ? null : (
              <Field name={`Band ${i + 1}, up to`} value={band.upTo} change={(upTo) => put(i, { upTo })} />
            )}
            <Field name={label} value={band.size} change={(size) => put(i, { size })} />
            {isLast ? null : (
              <button
                type="button"
                className="button quiet band-act"
                aria-label={`Remove band ${i + 1}`}
                onClick={() => change(bands.filter((_, at) => at !== i))}
              >
                Remove
              </button>
            )}
          </div>
        );
      })}
      <div className="toolbar">
        <button
          type="button"
          className="button quiet"
          onClick={() => change([...bands.slice(0, -1), { upTo: '', size: '' }, ...bands.slice(-1)])}
        >
          Add a band
        </button>
      </div>
    </fieldset>
  );
}

interface FieldProps {
  readonly name: string;
  readonly value: string;
  readonly change: (next: string) => void;
}

function Field({ name, value, change }: FieldProps) {
  return (
    <label className="field">
      <span>{name}</span>
      <input
        className="input"
        inputMode="decimal"
        maxLength={10}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}
