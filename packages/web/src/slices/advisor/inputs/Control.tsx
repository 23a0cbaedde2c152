// What asks for one input.
import { CREDENTIALS, DATA_KINDS, NEED_WORDS, OWNER_ROLES } from '@assay/core';
import { said } from '../../../ui/words.ts';
import type { Field } from '../advice.ts';
import { ChoiceCell, NamesCell, NumberCell, OptionalNumber, SeveralCell, TextCell } from './cells.tsx';
import type { Typed } from './typed.ts';
import { Asked, Buyers, Clauses, Deals, Rates } from './lists.tsx';

const PROOF = ['needed', 'useful', 'not_needed'] as const;

export function Control({ field, ...typed }: Typed & { readonly field: Field }) {
  const { situation, set } = typed;
  switch (field) {
    case 'buyers':
      return <Buyers {...typed} />;
    case 'asked':
      return <Asked {...typed} />;
    case 'deals':
      return <Deals {...typed} />;
    case 'clauses':
      return <Clauses {...typed} />;
    case 'rates':
      return <Rates {...typed} />;
    case 'public_proof':
      return (
        <ChoiceCell
          name="A proof that everybody may see is"
          at="/public_proof"
          of={PROOF}
          value={situation.public_proof}
          change={(public_proof) => set({ public_proof })}
        />
      );
    case 'wants_both':
      return (
        <label>
          <input
            type="checkbox"
            checked={situation.wants_both}
            onChange={(event) => set({ wants_both: event.target.checked })}
          />{' '}
          both are wished for in the end
        </label>
      );
    case 'data':
      return (
        <SeveralCell
          name="Held for customers"
          of={DATA_KINDS}
          chosen={situation.data}
          change={(data) => set({ data: [...data] })}
        />
      );
    case 'people':
    case 'sites':
    case 'systems':
      return (
        <NumberCell
          name="How many"
          at={`/${field}`}
          value={situation[field]}
          change={(next) => set({ [field]: next })}
        />
      );
    case 'budget':
      return <Ceiling name={`Ceiling in ${situation.currency}`} field="budget" {...typed} />;
    case 'runway_months':
      return <Ceiling name="Months" field="runway_months" {...typed} />;
    case 'currency':
      return (
        <TextCell
          name="Code"
          at="/currency"
          value={situation.currency}
          change={(next) => set({ currency: next.toUpperCase() })}
        />
      );
    case 'existing':
      return <Existing {...typed} />;
    case 'capacity':
      return <Capacity {...typed} />;
    default:
      return field satisfies never;
  }
}

/** A number that stands for nothing where it is empty. */
function Ceiling({
  name,
  field,
  situation,
  set,
  leaveOut,
}: Typed & { readonly name: string; readonly field: 'budget' | 'runway_months' }) {
  return (
    <OptionalNumber
      name={name}
      at={`/${field}`}
      value={situation[field]}
      change={(next) => (next === null ? leaveOut(field) : set({ [field]: next }))}
    />
  );
}

function Existing({ situation, setExisting }: Typed) {
  const { existing } = situation;
  return (
    <div className="advice-rows">
      <SeveralCell
        name="In hand and valid today"
        of={CREDENTIALS}
        words={NEED_WORDS}
        chosen={existing.held}
        change={(held) => setExisting({ held: [...held] })}
      />
      <NumberCell
        name="Days that key controls have run with accepted evidence"
        at="/existing/evidence_days"
        value={existing.evidence_days}
        change={(evidence_days) => setExisting({ evidence_days })}
      />
      <NamesCell
        name="Other certificates, parted by commas"
        at="/existing/others"
        value={existing.others}
        change={(others) => setExisting({ others: [...others] })}
      />
      <p className="small muted">
        Work that remains, person-days:{' '}
        {existing.remaining
          .map(({ role, serves, days }) => `${said(role)} ${Math.round(days * 10) / 10} ${SERVES[serves]}`)
          .join(', ') || 'none'}
        .
      </p>
    </div>
  );
}

const SERVES = { shared: 'for both', iso: 'for ISO', soc2: 'for SOC 2' } as const;

function Capacity({ situation, set }: Typed) {
  return (
    <div className="advice-capacity">
      {OWNER_ROLES.map((role) => (
        <OptionalNumber
          key={role}
          name={said(role)}
          at={`/capacity/${role}`}
          value={situation.capacity[role] ?? null}
          change={(days) => {
            const { [role]: _, ...others } = situation.capacity;
            set({ capacity: days === null ? others : { ...others, [role]: days } });
          }}
        />
      ))}
    </div>
  );
}
