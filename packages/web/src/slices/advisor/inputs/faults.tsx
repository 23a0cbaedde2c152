// What is wrong with what was typed, at its field.
import { createContext, useContext, useId, type ReactNode } from 'react';
import type { Fault } from '../advice.ts';

const Faults = createContext<readonly Fault[]>([]);

export function FaultsAt({
  faults,
  children,
}: {
  readonly faults: readonly Fault[];
  readonly children: ReactNode;
}) {
  return <Faults value={faults}>{children}</Faults>;
}

/** The fault of exactly this place. */
function useFault(pointer: string): string | undefined {
  return useContext(Faults).find((fault) => fault.pointer === pointer)?.message;
}

/** How many faults lie in a field or below it. */
export function useFaultsBelow(field: string): number {
  return useContext(Faults).filter(
    ({ pointer }) => pointer === `/${field}` || pointer.startsWith(`/${field}/`),
  ).length;
}

export function FaultText({ at, id }: { readonly at: string; readonly id?: string }) {
  const fault = useFault(at);
  if (fault === undefined) return null;
  return (
    <span id={id} className="problem small" role="alert">
      {fault}
    </span>
  );
}

/** What ties an input to the fault of its place. */
export function useFaulty(pointer: string): {
  readonly id: string;
  readonly props: { readonly 'aria-invalid'?: true; readonly 'aria-describedby'?: string };
} {
  const id = useId();
  const fault = useFault(pointer);
  return { id, props: fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': id } };
}
