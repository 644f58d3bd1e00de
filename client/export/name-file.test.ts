import { expect, test } from 'vitest';
import { nameFile } from './name-file.ts';

test('a file is named after what it shows and the day, in characters that every system takes', () => {
  expect(nameFile('Cafcass’s inspections, 2008–2024', '2026-11-26', 'svg')).toBe(
    'oversight-cafcasss-inspections-2008-2024-2026-11-26.svg',
  );
  expect(nameFile('../Évaluation: “très bien” <1>', '2026-11-26', 'csv.zip')).toBe(
    'oversight-evaluation-tres-bien-1-2026-11-26.csv.zip',
  );
  expect(nameFile('–', '2026-11-26', 'json')).toBe('oversight-view-2026-11-26.json');
});
