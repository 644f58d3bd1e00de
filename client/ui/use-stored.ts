import { useCallback, useState } from 'react';

/**
 * A small choice that the browser remembers. `read` turns what was stored (null where nothing was) into a value;
 * where storage is switched off the choice lasts as long as the page.
 */
export function useStored<Value extends string>(
  key: string,
  read: (stored: string | null) => Value,
): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => read(readStored(key)));
  const store = useCallback(
    (next: Value) => {
      setValue(next);
      writeStored(key, next);
    },
    [key],
  );
  return [value, store];
}

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Browsers throw where storage is forbidden; nothing is remembered then.
    return null;
  }
}

function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above: the choice holds for this page alone.
  }
}
