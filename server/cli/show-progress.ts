/** Says on stderr how far a long piece of work is. */
export interface Progress {
  /** `of` is 0 where nobody knows how much there is. */
  readonly report: (done: number, of: number) => void;
  end(): void;
}

/** How often a line is printed where nobody sees it change, in milliseconds. */
const PLAIN_EVERY = 10_000;
const LIVE_EVERY = 200;

/** A line that is written over on a terminal, and a plain one now and then otherwise. */
export function showProgress(what: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const began = performance.now();
  const every = stream.isTTY ? LIVE_EVERY : PLAIN_EVERY;
  let told = stream.isTTY ? 0 : began;
  let isOpen = false;
  return {
    report: (done, of) => {
      const now = performance.now();
      if (now - told < every) return;
      told = now;
      isOpen = stream.isTTY === true;
      const line = progressLine(what, done, of, (now - began) / 1000);
      stream.write(stream.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
    },
    end: () => {
      if (isOpen) stream.write('\r\u001b[2K');
      isOpen = false;
    },
  };
}

/** `Verifying: 1,200 of 3,000 (40 %), 800 a second, 3 s left`. */
export function progressLine(what: string, done: number, of: number, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const parts = [
    of > 0
      ? `${printCount(done)} of ${printCount(of)} (${Math.floor((100 * done) / of)} %)`
      : printCount(done),
  ];
  if (rate > 0) parts.push(`${printCount(Math.round(rate))} a second`);
  if (of > 0 && rate > 0) parts.push(`${printTime((of - done) / rate)} left`);
  return `${what}: ${parts.join(', ')}`;
}

function printTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

import { printCount } from '../../schema/print-count.ts';
