// How many items: a named profile with its reason, or an own number with one's own.
import { FREQUENCY_CLASSES, type FrequencyClass, type SizeProfile } from '@assay/core';
import { said } from '../../../ui/words.ts';
import { sizeOf, type Order } from './order.ts';

interface Props {
  readonly order: Order;
  readonly rows: number;
  readonly profiles: readonly SizeProfile[];
  /** Class of frequency by the control's schedule, and the schedule in words. */
  readonly scheduled: { readonly frequency: FrequencyClass; readonly sentence: string } | undefined;
  readonly set: (next: Partial<Order>) => void;
}

export function SizeFields({ order, rows, profiles, scheduled, set }: Props) {
  const own = order.profile === 'own';
  const table = profiles.find(({ name }) => name === order.profile)?.rule.kind === 'table';
  const size = sizeOf(order, rows, profiles);
  return (
    <div className="stack">
      <div className="field-row">
        <label className="field">
          <span>How many</span>
          <select
            className="input"
            value={order.profile}
            onChange={(event) => set({ profile: event.target.value })}
          >
            {profiles.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
            <option value="own">Own number</option>
          </select>
        </label>
        {table ? (
          <label className="field">
            <span>How often the control runs</span>
            <select
              className="input"
              value={order.frequency ?? ''}
              onChange={(event) =>
                set({ frequency: FREQUENCY_CLASSES.find((each) => each === event.target.value) })
              }
            >
              {order.frequency === undefined ? <option value="">Choose one</option> : null}
              {FREQUENCY_CLASSES.map((each) => (
                <option key={each} value={each}>
                  {said(each)}
                </option>
              ))}
            </select>
            {scheduled && scheduled.frequency === order.frequency ? (
              <small>By its schedule: {scheduled.sentence}.</small>
            ) : null}
          </label>
        ) : null}
        {own ? (
          <label className="field">
            <span>Number</span>
            <input
              className="input"
              inputMode="numeric"
              value={order.size}
              onChange={(event) => set({ size: event.target.value.trim() })}
            />
          </label>
        ) : null}
      </div>
      {own ? (
        <label className="field wide">
          <span>Why this number</span>
          <input
            className="input"
            value={order.because}
            onChange={(event) => set({ because: event.target.value })}
          />
        </label>
      ) : null}
      <p className="note" role="status">
        {rows === 0 ? 'Choose a population first.' : size.ok ? size.value.reason : size.error}
      </p>
    </div>
  );
}
