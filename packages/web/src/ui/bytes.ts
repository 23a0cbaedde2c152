// Sizes, rates and times as people read them; sizes in powers of ten, as disks and networks count.

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** `1536000` as "1.5 MB". */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit] ?? ''}`;
}

/** Seconds left as "12 s", "3 min" or "1 h 5 min"; nothing for what is not known. */
export function secondsText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '';
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
