import type { KeyboardEvent } from 'react';
import { isRange, type Mark, type PostMark } from './layout/timeline.ts';

interface TimelineMarkProps {
  readonly mark: Mark;
  readonly isSelected: boolean;
  /** The one mark that Tab leads to. */
  readonly isCurrent: boolean;
  readonly onSelect: (mark: Mark, adds: boolean) => void;
  /** The pointer or the keyboard came to it, or left it. */
  readonly onPoint: (mark: Mark | null) => void;
  readonly onFocus: (mark: Mark) => void;
}

/** One thing on the timeline, to be selected by mouse and key; arrow keys walk in order of time. */
export function TimelineMark({ mark, isSelected, isCurrent, onSelect, onPoint, onFocus }: TimelineMarkProps) {
  const press = (event: KeyboardEvent<SVGGElement>) => {
    if (event.key === 'Enter' || event.key === ' ') onSelect(mark, event.shiftKey);
    else if (!walk(event.currentTarget, event.key)) return;
    event.preventDefault();
  };
  return (
    <g
      role="option"
      aria-label={mark.words}
      aria-selected={isSelected}
      tabIndex={isCurrent ? 0 : -1}
      className={`timeline-mark timeline-${mark.kind}`}
      data-outside={mark.isOutside || undefined}
      onClick={(event) => onSelect(mark, event.shiftKey)}
      onKeyDown={press}
      onFocus={() => {
        onFocus(mark);
        onPoint(mark);
      }}
      onBlur={() => onPoint(null)}
      onPointerEnter={() => onPoint(mark)}
      onPointerLeave={() => onPoint(null)}
    >
      <HitArea mark={mark} />
      <Shape mark={mark} />
    </g>
  );
}

function walk(from: Element, key: string): boolean {
  const { parentElement, previousElementSibling, nextElementSibling } = from;
  const targets: Readonly<Record<string, Element | null | undefined>> = {
    ArrowLeft: previousElementSibling,
    ArrowUp: previousElementSibling,
    ArrowRight: nextElementSibling,
    ArrowDown: nextElementSibling,
    Home: parentElement?.firstElementChild,
    End: parentElement?.lastElementChild,
  };
  if (!(key in targets)) return false;
  const target = targets[key];
  if (target instanceof SVGElement) target.focus();
  return true;
}

/** Larger than what is seen, so that small marks can be hit; also where selection and focus are shown. */
function HitArea({ mark: { from, to, y } }: Pick<TimelineMarkProps, 'mark'>) {
  const [left, right] = [Math.min(from, middleOf(from, to) - 7), Math.max(to, middleOf(from, to) + 7)];
  return <rect className="timeline-hit" x={left} y={y - 7} width={right - left} height={14} rx={4} />;
}

function Shape({ mark }: Pick<TimelineMarkProps, 'mark'>) {
  const { from, to, y } = mark;
  const x = middleOf(from, to);
  switch (mark.kind) {
    case 'post':
    case 'owner':
      return <Post mark={mark} />;
    case 'judgement': {
      const [left, width] = isRange(mark) ? [from, to - from] : [x - 5, 10];
      const look = `timeline-shape timeline-rank-${mark.tone}`;
      return (
        <rect
          className={look}
          data-disputed={mark.isDisputed || undefined}
          data-range={isRange(mark) || undefined}
          x={left}
          y={y - 5}
          width={width}
          height={10}
          rx={2.5}
        />
      );
    }
    case 'inspection': {
      const [left, right] = isRange(mark) ? [from, to] : [x - 5, x + 5];
      const points = `${left},${y} ${left + 5},${y - 5} ${right - 5},${y - 5} ${right},${y} ${right - 5},${y + 5} ${left + 5},${y + 5}`;
      return <polygon className="timeline-shape" data-range={isRange(mark) || undefined} points={points} />;
    }
    case 'quote':
      return isRange(mark) ? (
        <rect className="timeline-shape" data-range x={from} y={y - 4} width={to - from} height={8} rx={4} />
      ) : (
        <circle className="timeline-shape" cx={x} cy={y} r={4} />
      );
  }
}

function Post({ mark: { from, to, y, isSure, attested, label } }: { readonly mark: PostMark }) {
  return (
    <>
      {isRange({ from, to }) && (
        <rect
          className="timeline-shape timeline-bar"
          data-range={!isSure || undefined}
          x={from}
          y={y - 3.5}
          width={to - from}
          height={7}
          rx={3.5}
        />
      )}
      {attested.map((x) => (
        <circle key={x} className="timeline-shape" cx={x} cy={y} r={4} />
      ))}
      <text className="timeline-label" x={label.x} y={y + 4} textAnchor={label.anchor}>
        {label.text}
      </text>
    </>
  );
}

function middleOf(from: number, to: number): number {
  return (from + to) / 2;
}
