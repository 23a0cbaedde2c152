// A column of numbers that says on a phone, where no head stands above it, what it counts.
import type { Column } from './table.tsx';

export function counted<T>(name: string, value: (row: T) => number): Column<T> {
  return {
    name,
    number: true,
    value,
    show: (row) => (
      <>
        {value(row)}
        <span className="only-phone faint"> {name.toLowerCase()}</span>
      </>
    ),
  };
}
