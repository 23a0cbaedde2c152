// What treatments and controls are worth: the loss that they avoid against what they cost.
import { estimateText, type LossAnswer } from '@assay/core';
import { ControlId } from '../../../ui/links.tsx';
import { IdList } from '../../../ui/IdList.tsx';
import { RiskId } from '../RiskId.tsx';
import { StatusMark } from '../../../ui/marks.tsx';
import { TableSection, type SmallColumn } from '../../../ui/TableSection.tsx';
import type { Losses } from './losses.ts';

type Row = LossAnswer['controls'][number] & { readonly name: string };

interface Props {
  readonly org: string;
  readonly losses: Losses;
  readonly answer: LossAnswer;
  readonly edit: (what: string) => void;
}

const WORDS: Readonly<Record<Row['worth'], string>> = {
  pays: 'Worth its cost',
  may_pay: 'May be worth it',
  does_not_pay: 'Costs more',
  no_cost: 'Cost not said',
  no_estimate: 'Not estimated',
};

type Treatment = LossAnswer['scenarios'][number] & { readonly by: readonly string[] };

/** Treatments: what each avoids against the cost of all its controls. */
export function TreatmentWorths({ org, losses, answer }: Omit<Props, 'edit'>) {
  const rows = answer.scenarios
    .filter(({ value }) => value !== null)
    .map((line) => ({ ...line, by: losses.risks.find(({ code }) => code === line.id)?.controls ?? [] }))
    .toSorted((a, b) => (b.value?.avoided ?? 0) - (a.value?.avoided ?? 0));
  const said = rows.filter(({ value }) => typeof value?.net === 'number');
  const pay = said.filter(({ value }) => (value?.net ?? 0) >= 0);
  return (
    <TableSection
      title="What treatments are worth"
      file="treatment-worth"
      rows={rows}
      columns={treatmentColumns(org)}
      keyOf={({ id }) => id}
      empty={<p className="muted">What remains after treatment is estimated of no risk yet.</p>}
      note={
        <p className="small muted">
          {pay.length} of {said.length} treatments whose controls all have a cost avoid more than they cost.
          Loss and cost of an average year in {losses.currency}; a control that treats several risks counts
          whole in each.
        </p>
      }
    />
  );
}

function treatmentColumns(org: string): readonly SmallColumn<Treatment>[] {
  return [
    {
      name: 'Risk',
      grow: true,
      value: ({ id, name }) => `${id} ${name}`,
      show: ({ id, name }) => (
        <>
          <RiskId org={org} code={id} /> {name}
        </>
      ),
    },
    {
      name: 'Controls',
      value: ({ by }) => by.join(' '),
      show: ({ by }) => <IdList ids={by} link={(code) => <ControlId org={org} code={code} />} />,
    },
    money<Treatment>('Avoided', ({ value }) => value?.avoided ?? null),
    money<Treatment>('Cost', ({ value }) => value?.cost ?? null),
    money<Treatment>('Net', ({ value }) => value?.net ?? null),
  ];
}

export function Worths({ org, losses, answer, edit }: Props) {
  const names = new Map(losses.controls.map(({ control, name }) => [control, name]));
  const rows = answer.controls.map((each) => ({ ...each, name: names.get(each.control) ?? '' }));
  return (
    <TableSection
      title="What controls are worth"
      file="control-worth"
      rows={rows}
      columns={columnsOf(org, edit)}
      keyOf={({ control }) => control}
      empty={<p className="muted">No estimated risk is treated by a control yet.</p>}
      note={
        <p className="small muted">
          {worthSentence(rows)} Loss and cost of an average year in {losses.currency}. What a control avoids
          together with others is shared out to nobody: its worth lies between what it avoids alone and all
          that it may avoid, less its cost.
        </p>
      }
    />
  );
}

function worthSentence(rows: readonly Row[]): string {
  const said = rows.filter(({ cost }) => cost !== null).length;
  const pays = rows.filter(({ worth }) => worth === 'pays').length;
  return `Costs are said of ${said} of ${rows.length} controls; ${pays} of these ${pays === 1 ? 'is' : 'are'} worth ${pays === 1 ? 'its' : 'their'} cost for certain.`;
}

function columnsOf(org: string, edit: (what: string) => void): readonly SmallColumn<Row>[] {
  return [
    {
      name: 'Control',
      grow: true,
      value: ({ control, name }) => `${control} ${name}`,
      show: ({ control, name }) => (
        <>
          <ControlId org={org} code={control} /> {name}
        </>
      ),
    },
    {
      name: 'Risks',
      value: ({ risks }) => risks.join(' '),
      show: ({ risks }) => <IdList ids={risks} link={(code) => <RiskId org={org} code={code} />} />,
    },
    { ...money<Row>('Avoids alone', ({ alone }) => alone), wide: true },
    { ...money<Row>('With others', ({ shared }) => shared), wide: true },
    money<Row>('Cost', ({ cost }) => cost),
    money<Row>('Worth at least', ({ least }) => least),
    money<Row>('At most', ({ most }) => most),
    {
      name: 'Standing',
      value: ({ worth }) => WORDS[worth],
      show: ({ worth }) => <StatusMark state={`worth_${worth}`} />,
    },
    {
      name: 'Said',
      show: ({ control, cost }) => (
        <button type="button" className="plain" onClick={() => edit(control)}>
          {cost === null ? 'say its cost' : 'change'}
          <span className="sr"> of {control}</span>
        </button>
      ),
    },
  ];
}

function money<T>(name: string, of: (row: T) => number | null): SmallColumn<T> {
  return {
    name,
    number: true,
    value: (row) => of(row) ?? '',
    show: (row) => {
      const amount = of(row);
      return amount === null ? (
        <span className="faint hide-phone">–</span>
      ) : (
        <>
          {estimateText(amount)}
          <span className="only-phone faint"> {name.toLowerCase()}</span>
        </>
      );
    },
  };
}
