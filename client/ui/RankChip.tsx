import './chips.css';
import { filledBars, rankTone } from '../../schema/rank-tone.ts';

interface RankChipProps {
  /** In the words of the source. */
  readonly label: string;
  /** 1 is best; left out where the words have no place on a scale. */
  readonly rank?: number | undefined;
  readonly of?: number | undefined;
  /** Sources disagree on it. */
  readonly isDisputed?: boolean;
}

/** Words on a scale: colour from best to worst, as many bars as ranks, and the words themselves. */
export function RankChip({ label, rank, of, isDisputed = false }: RankChipProps) {
  return (
    <span className={`chip chip-${rankTone(rank, of)}`} data-disputed={isDisputed || undefined}>
      {rank !== undefined && of !== undefined && <RankBars rank={rank} of={of} />}
      <span className="chip-words">{label}</span>
    </span>
  );
}

function RankBars({ rank, of }: { readonly rank: number; readonly of: number }) {
  const filled = filledBars(rank, of);
  return (
    <svg className="chip-bars" width={of * 5} height={10} viewBox={`0 0 ${of * 5} 10`} aria-hidden="true">
      {Array.from({ length: of }, (_, bar) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
          key={bar}
          x={bar * 5}
          y={0}
          width={3.6}
          height={10}
          rx={0.8}
          opacity={bar < filled ? 1 : 0.28}
        />
      ))}
    </svg>
  );
}
