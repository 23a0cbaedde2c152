// Draws a sample: of which population, for which control, how many and why, by which seed, and what is tested.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, take, useChange } from '../../../data/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useControlChoices } from '../../evidence/useControlChoices.ts';
import { SizeFields } from './SizeFields.tsx';
import { attributesIn, firstOrder, isReady, orderOf, sizeOf, type Order } from './order.ts';
import { useProfiles } from './profiles.ts';
import { useFrozen, useSamples, useScheduled, type FrozenPopulation } from './samples.ts';

interface Props {
  readonly org: string;
  /** The population that is drawn from, where it is known already. */
  readonly of?: Pick<FrozenPopulation, 'id' | 'controls'>;
  readonly close: () => void;
}

export function DrawDialog({ org, of, close }: Props) {
  const frozen = useFrozen(org).data?.data ?? [];
  const controls = useControlChoices(org);
  const profiles = useProfiles(org);
  const [told, setTold] = useState<Order>({
    ...firstOrder,
    population: of?.id ?? '',
    control: of?.controls[0] ?? '',
  });
  const change = useChange(org);
  const navigate = useNavigate();
  const set = (next: Partial<Order>): void => setTold({ ...told, ...next });
  const population = frozen.find(({ id }) => id === told.population);
  const scheduled = useScheduled(org, told.control, population);
  const order: Order = { ...told, frequency: told.frequency ?? scheduled?.frequency };
  const before = useSamples(org, { population: order.population, control: order.control }).data?.data ?? [];
  const earlier = order.population === '' || order.control === '' ? 0 : before.length;
  const rows = population?.rows ?? 0;
  const size = sizeOf(order, rows, profiles);
  const suggested = population?.controls ?? [];
  const draw = (): void =>
    change.mutate({
      act: async () => {
        const made = await api['samples.draw']({ params: { org }, body: orderOf(order) });
        const { code } = take(made);
        void navigate({ to: '/o/$org/samples/$sample', params: { org, sample: code } });
        return made;
      },
      done: 'The sample is drawn and recorded',
    });
  return (
    <Dialog title="Draw a sample" close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          draw();
        }}
      >
        <label className="field wide">
          <span>Frozen population</span>
          <select
            className="input"
            required
            value={order.population}
            onChange={(event) => {
              const chosen = frozen.find(({ id }) => id === event.target.value);
              set({
                population: event.target.value,
                control: chosen?.controls[0] ?? order.control,
                frequency: undefined,
              });
            }}
          >
            <option value="">Choose one</option>
            {frozen.map(({ id, title, rows: count }) => (
              <option key={id} value={id}>
                {id} {title}, {count} rows
              </option>
            ))}
          </select>
          {frozen.length === 0 ? (
            <small>No population is frozen yet; only a frozen one is drawn from.</small>
          ) : null}
        </label>
        <label className="field wide">
          <span>Control that is tested</span>
          <select
            className="input"
            required
            value={order.control}
            onChange={(event) => set({ control: event.target.value, frequency: undefined })}
          >
            <option value="">Choose one</option>
            {[...controls]
              .sort((a, b) => Number(suggested.includes(b.key)) - Number(suggested.includes(a.key)))
              .map(({ key, label }) => (
                <option key={key} value={key}>
                  {key} {label}
                </option>
              ))}
          </select>
          {earlier > 0 ? (
            <small>
              It was drawn {earlier === 1 ? 'once' : `${earlier} times`} before; this will be shown as draw{' '}
              {earlier + 1}.
            </small>
          ) : null}
        </label>
        <SizeFields order={order} rows={rows} profiles={profiles} scheduled={scheduled} set={set} />
        <label className="field wide">
          <span>Seed, typed by the auditor</span>
          <input
            className="input"
            value={order.seed}
            maxLength={256}
            onChange={(event) => set({ seed: event.target.value })}
          />
          <small>Empty: 32 random bytes of the server. Either way it is recorded and shown.</small>
        </label>
        <label className="field wide">
          <span>What must hold of each item, a line each</span>
          <textarea
            className="input"
            required
            value={order.attributes}
            onChange={(event) => set({ attributes: event.target.value })}
          />
          <small>
            {attributesIn(order.attributes)
              .map(({ letter, text }) => `${letter}: ${text}`)
              .join('; ')}
          </small>
        </label>
        <div className="toolbar">
          <button
            type="submit"
            className="button primary"
            disabled={!isReady(order, rows, profiles) || change.isPending}
          >
            Draw {size.ok ? `${size.value.size} of ${rows}` : 'the sample'}
          </button>
          <button type="button" className="button quiet" onClick={close}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
