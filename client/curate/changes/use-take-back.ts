import { useEffect, useRef, useState } from 'react';
import type { SavedChange } from '../../api/curating/outcome.ts';
import { isUnderWay, loadReversal, type ReversalNow } from '../../api/curating/reversal.ts';
import { type BuiltOn, nameRecords, type TakeBackOutcome, takeBack } from '../../api/curating/take-back.ts';
import { makeKey } from '../save/make-key.ts';
import type { Saving } from '../save/use-saving.ts';

/** How far taking a change back has come. */
export type TakingBack =
  | Saving
  | { readonly kind: 'builtOn'; readonly records: readonly BuiltOn[] }
  | { readonly kind: 'started'; readonly reversal: ReversalNow }
  /** The job was stopped before it changed anything. */
  | { readonly kind: 'stopped' };

/** A change of more records than this is taken back by a job, and only by who has seen the number. */
export const LARGE = 200;

/** How often the job is asked how far it has come. */
const ASK_EVERY = 700;

interface TakeBackOptions {
  readonly sequence: number;
  /** How many records the change touched. */
  readonly records: number;
  readonly onTaken: (taken: SavedChange) => void;
}

/** Takes one change back, one try at a time; another try of the same is not done twice. */
export function useTakeBack({ sequence, records, onTaken }: TakeBackOptions) {
  const [taking, setTaking] = useState<TakingBack>({ kind: 'idle' });
  // With and without those that were built on it are two actions, each with its own key.
  const [keys, setKeys] = useState(() => ({ alone: makeKey(), withLater: makeKey() }));
  const latest = useRef(onTaken);
  useEffect(() => {
    latest.current = onTaken;
  });
  const settle = (outcome: TakeBackOutcome) => {
    if (outcome.kind === 'saved') return latest.current(outcome);
    setTaking(outcome);
  };
  const job = taking.kind === 'started' ? taking.reversal.id : null;
  useEffect(() => {
    if (job === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const ask = async () => {
      const outcome = await loadReversal(job);
      if (!isWanted) return;
      // A server that is gone for a moment is asked again; what it does not know any more is over.
      const reversal = outcome.kind === 'loaded' ? outcome.value : undefined;
      if (reversal === undefined || (reversal && isUnderWay(reversal))) {
        if (reversal) setTaking({ kind: 'started', reversal });
        timer = setTimeout(ask, ASK_EVERY);
        return;
      }
      // Another try is another job.
      setKeys({ alone: makeKey(), withLater: makeKey() });
      settleJob(reversal, setTaking, latest.current);
    };
    timer = setTimeout(ask, ASK_EVERY);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [job]);
  return {
    taking,
    async take(reason: string, withLater: boolean): Promise<void> {
      if (taking.kind === 'saving') return;
      setTaking({ kind: 'saving' });
      settle(
        await takeBack({
          sequence,
          reason,
          withLater,
          // Together with what was built on it it may be more; the number was seen of what is asked for alone.
          mostRecords: records > LARGE ? records * (withLater ? 2 : 1) : LARGE,
          idempotencyKey: withLater ? keys.withLater : keys.alone,
        }),
      );
    },
  };
}

function settleJob(
  reversal: ReversalNow | null,
  tell: (taking: TakingBack) => void,
  onTaken: (taken: SavedChange) => void,
): void {
  switch (reversal?.state) {
    case 'DONE':
      // What it brought and took away comes by the live changes: it is too much to be told here.
      onTaken({
        kind: 'saved',
        sequence: reversal.sequence ?? 0,
        subject: null,
        changed: [],
        removed: [],
        around: [],
      });
      break;
    case 'BUILT_ON':
      void nameRecords(reversal.builtOn).then((records) => tell({ kind: 'builtOn', records }));
      break;
    case 'CANCELLED':
      tell({ kind: 'stopped' });
      break;
    case 'UNCHANGED':
      tell(problem('Nothing of it is left to be taken back.'));
      break;
    default:
      tell(
        problem(reversal?.problem ?? 'The server does not know this job any more: look whether it is done.'),
      );
  }
}

function problem(message: string): TakingBack {
  return { kind: 'problems', problems: [{ field: '', message }] };
}
