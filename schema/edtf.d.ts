/** The part of the `edtf` package that we use; the package ships no types of its own. */
declare module 'edtf' {
  interface Bitmask {
    readonly value: number;
  }
  interface EdtfValue {
    readonly type: string;
    /** First and last millisecond of the value, counted from 1970-01-01 UTC. */
    readonly min: number;
    readonly max: number;
    readonly edtf: string;
    /** 1 is a year, 2 a month, 3 a day. */
    readonly precision?: number;
    readonly approximate?: Bitmask;
    readonly uncertain?: Bitmask;
  }
  export default function edtf(
    text: string,
    options?: { types: readonly string[]; level?: number },
  ): EdtfValue;
}
