// The heat strip: controls down, days across. Layout, words, keys and shapes of the picture, without a screen.
export * from './words.ts';
export * from './columns.ts';
export * from './row.ts';
export * from './arrange.ts';
export * from './walk.ts';
export * from './say.ts';
export * from './draw.ts';
export * from './pins.ts';
export * from './table.ts';
export * from './svg.ts';
