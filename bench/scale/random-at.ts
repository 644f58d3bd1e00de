/** A number from 0 to below 1 for each place of a world: the same for the same seed, kind and index, in any order. */
export type RandomAt = (kind: string, index: number) => number;

/** Numbers without a state, by mixing what they are asked for (after the finaliser of MurmurHash3, public domain). */
export function randomAt(seed: number): RandomAt {
  const kinds = new Map<string, number>();
  return (kind, index) => {
    let start = kinds.get(kind);
    if (start === undefined) {
      start = [...kind].reduce((sum, letter) => mix(sum + (letter.codePointAt(0) ?? 0)), seed);
      kinds.set(kind, start);
    }
    return mix(start + Math.imul(index, 0x9e3779b1)) / 2 ** 32;
  };
}

function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
