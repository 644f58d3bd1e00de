import { useEffect, useState } from 'react';
import { parsePartialDate } from '../../../schema/parse-partial-date.ts';
import { printPartialDate } from '../../../schema/partial-date.ts';
import { sayCertainty, sayPost, sayPostTime } from '../../../schema/say-post.ts';
import { loadPostsOnDay, type PostOnDay } from '../../api/curating/load-posts-on-day.ts';
import { type Loading, sayFailure } from '../../api/failures.ts';
import type { Picked } from '../form/picked.ts';

interface SpeakerPostsProps {
  readonly speaker: Picked;
  /** EDTF, as typed. */
  readonly on: string;
}

/** Which posts the speaker held on the day of the quote, so that one sees whether it is the right person. */
export function SpeakerPosts({ speaker, on }: SpeakerPostsProps) {
  const day = parsePartialDate(on.trim());
  const posts = usePostsOnDay(speaker, day?.edtf ?? null);
  if (speaker.type !== 'Person') return null;
  if (!day)
    return <p className="form-note">With a day, the posts that {speaker.name} held then stand here.</p>;
  if (posts.kind === 'loading') return <p className="form-note">Looking for the posts of that day …</p>;
  if (posts.kind === 'failure') return <p className="form-note">{sayFailure(posts.failure).title}.</p>;
  if (posts.value.length === 0)
    return (
      <p className="form-note">
        No post of {speaker.name} is known that may have been held on {printPartialDate(day)}.
      </p>
    );
  return (
    <ul className="speaker-posts" aria-label={`Posts of ${speaker.name} on ${printPartialDate(day)}`}>
      {posts.value.map(({ id, properties, certainty, organisation }) => (
        <li key={id}>
          {sayPost(properties)} of {organisation.name}
          <span className="soft">
            {' '}
            – {sayCertainty(certainty)} ({sayPostTime(properties)})
          </span>
        </li>
      ))}
    </ul>
  );
}

function usePostsOnDay({ id, type }: Picked, day: string | null): Loading<readonly PostOnDay[]> {
  const [posts, setPosts] = useState<Loading<readonly PostOnDay[]>>({ kind: 'loading' });
  useEffect(() => {
    if (type !== 'Person' || day === null) return;
    let isCurrent = true;
    setPosts({ kind: 'loading' });
    void loadPostsOnDay(id, day).then((outcome) => {
      if (isCurrent) setPosts(outcome);
    });
    return () => {
      isCurrent = false;
    };
  }, [id, type, day]);
  return posts;
}
