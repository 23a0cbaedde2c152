// Brands keep apart what must not be mixed; this file holds the house's only type assertions.

declare const brand: unique symbol;

/** A value of type T that only a checked constructor can make. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Marks a value that the caller has just checked. Kernel only. */
export function branded<B extends Brand<string, string>>(value: string): B {
  return value as B;
}
