/**
 * THE table of arrangements: how a view can be laid out. `words` follow “arranged”, `says` explains them in the menu.
 */
export const arrangements = {
  time: { words: 'by time', says: 'Inspections in a row by date' },
  free: { words: 'by relationship', says: 'What is related stands near' },
  rings: { words: 'in rings', says: 'By steps from what is selected, or from what has most relationships' },
  levels: { words: 'in levels', says: 'What a relationship comes from stands above what it goes to' },
  grid: { words: 'by type', says: 'Type by type, each in order of names' },
} as const;

export type Arrangement = keyof typeof arrangements;

export const arrangementNames = Object.keys(arrangements) as readonly Arrangement[];
