// Releases in the window, and the days before today on which they went out.
export const RELEASES = [
  ['4.9.0', 88],
  ['4.10.0', 67],
  ['4.11.0', 46],
  ['4.12.0', 25],
  ['4.13.0', 4],
] as const;
