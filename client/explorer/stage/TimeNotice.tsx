import { CalendarDays, X } from 'lucide-react';
import { useMemo } from 'react';
import { type PartialDate, printPartialDate } from '../../../schema/partial-date.ts';
import { printCount } from '../../../schema/print-count.ts';
import { sayCertainty, sayPost } from '../../../schema/say-post.ts';
import type { Command } from '../../exploration/commands.ts';
import type { Exploration } from '../../exploration/exploration.ts';
import { postsHeld } from '../../exploration/filters/as-of.ts';
import { allTime, sayTimeFilter } from '../../exploration/filters/time-filter.ts';
import { visibleRelationships } from '../../exploration/visible.ts';
import './stage.css';

interface TimeNoticeProps {
  readonly exploration: Exploration;
  readonly run: (command: Command) => void;
}

/** That the canvas shows the graph as of a day, who was in post then and how sure that is, and the way back. */
export function TimeNotice({ exploration, run }: TimeNoticeProps) {
  const { time } = exploration;
  if (time.kind !== 'asOf') return null;
  return (
    <section className="card stage-time" aria-label={`The graph ${sayTimeFilter(time)}`}>
      <p className="stage-time-head">
        <CalendarDays aria-hidden="true" />
        <strong>
          <span className="wide-words">As of </span>
          {printPartialDate(time.day)}
        </strong>
        <button
          type="button"
          className="text-button stage-time-back"
          aria-label="show all time"
          title="Show all time"
          onClick={() => run({ kind: 'filterTime', time: allTime })}
        >
          <span className="stage-wide">show all time</span>
          <X aria-hidden="true" />
        </button>
      </p>
      <PostsThen exploration={exploration} day={time.day} />
    </section>
  );
}

function PostsThen({ exploration, day }: { readonly exploration: Exploration; readonly day: PartialDate }) {
  const posts = useMemo(() => listPosts(exploration, day), [exploration, day]);
  if (posts.length === 0) return null;
  return (
    <details>
      <summary>{posts.length === 1 ? '1 post' : `${printCount(posts.length)} posts`}</summary>
      <ul>
        {posts.map(({ id, name, post, certainty }) => (
          <li key={id}>
            <strong>{name}</strong>, {post}: <span className="stage-time-sure">{certainty}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Those that can be seen, surest first. */
function listPosts(exploration: Exploration, day: PartialDate) {
  const seen = new Map(visibleRelationships(exploration).map(({ record }) => [record.id, record]));
  const nameOf = (id: Parameters<Exploration['nodes']['get']>[0]) =>
    exploration.nodes.get(id)?.record.properties.name ?? id;
  return [...postsHeld(exploration, day)].flatMap(([id, certainty]) => {
    const record = seen.get(id);
    if (!record) return [];
    const { from, to, properties } = record;
    return [
      {
        id,
        name: nameOf(from),
        post: `${sayPost(properties)} of ${nameOf(to)}`,
        certainty: sayCertainty(certainty),
      },
    ];
  });
}
