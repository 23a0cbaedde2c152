// The column that says of an occurrence what it is about: the control's name, and its sentence below.
import type { Column } from '../../../ui/table.tsx';

export function whatColumn<T extends { readonly name: string; readonly sentence: string }>(): Column<T> {
  return {
    name: 'What',
    grow: true,
    show: (each) => (
      <>
        {each.name}
        <span className="under wrap">{each.sentence}</span>
      </>
    ),
    value: (each) => `${each.name}: ${each.sentence}`,
  };
}
