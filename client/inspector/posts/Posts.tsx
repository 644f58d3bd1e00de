import { sayCertainty, sayPost, sayPostTime } from '../../../schema/say-post.ts';
import type { NodeDetail } from '../../api/detail.ts';
import { NodeButton, type OpenNode } from '../NodeButton.tsx';
import { Row, Section } from '../Section.tsx';
import { Cited } from '../sources/Citations.tsx';

interface PostsProps {
  readonly detail: NodeDetail;
  readonly onOpen: OpenNode;
}

/** The posts of a person, or those at a body, with the days for which they are attested. */
export function Posts({ detail, onOpen }: PostsProps) {
  const posts = detail.neighbours.filter(({ type }) => type === 'HOLDS_POST');
  if (posts.length === 0) return null;
  return (
    <Section title={detail.node.record.type === 'Person' ? 'Posts' : 'Who held posts'}>
      {posts.map(({ id, properties, sources, node: { record } }) => (
        <Row key={id} label={sayPost(properties)}>
          <Cited sources={sources}>
            <NodeButton id={record.id} onOpen={onOpen}>
              {record.properties.name}
            </NodeButton>
            <span className="row-note">{sayPostTime(properties)}</span>
          </Cited>
        </Row>
      ))}
    </Section>
  );
}

/** Who held posts at the inspected bodies when the inspection was made. */
export function PostHoldersThen({ detail, onOpen }: PostsProps) {
  if (detail.postsThen.length === 0) return null;
  return (
    <Section title="In post at the time">
      {detail.postsThen.map(({ id, properties, certainty, person, sources }) => (
        <Row key={id} label={sayPost(properties)}>
          <Cited sources={sources}>
            <NodeButton id={person.id} onOpen={onOpen}>
              {person.name}
            </NodeButton>
            <span className="row-note">
              {sayPostTime(properties)}; {sayCertainty(certainty)}
            </span>
          </Cited>
        </Row>
      ))}
    </Section>
  );
}
