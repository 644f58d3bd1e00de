import { nodeTypes } from '../../schema/node-types.ts';
import { printPartialDate } from '../../schema/partial-date.ts';
import { sayCertainty, sayPost, sayPostTime } from '../../schema/say-post.ts';
import type { Neighbour, NodeDetail, PostThen } from '../api/detail.ts';
import { ShapeIcon } from '../ui/ShapeIcon.tsx';
import { neighboursBy } from './list-relations.ts';
import { NodeButton, type OpenNode } from './NodeButton.tsx';
import { QuoteWords } from './QuoteWords.tsx';
import { Row, Section } from './Section.tsx';
import { Cited, sayDocumentKind } from './sources/Citations.tsx';

interface QuoteBodyProps {
  readonly detail: NodeDetail;
  readonly onOpen: OpenNode;
}

/** The words themselves, who said them in what post, what they are about, and the document that has them. */
export function QuoteBody({ detail, onOpen }: QuoteBodyProps) {
  const { text, date, saidOn } = detail.node.record.properties;
  const speakers = neighboursBy(detail, 'SAID', 'in');
  const subjects = neighboursBy(detail, 'ABOUT', 'out');
  const documents = neighboursBy(detail, 'QUOTED_IN', 'out');
  return (
    <>
      <QuoteWords key={detail.node.record.id} text={text ?? ''} />
      <Section title="Said by">
        {speakers.map((speaker) => (
          <Speaker key={speaker.id} speaker={speaker} posts={detail.postsThen} onOpen={onOpen} />
        ))}
        {date && (
          <Row label="when">
            {printPartialDate(date)}
            {!saidOn && <span className="soft"> (the date of the document)</span>}
          </Row>
        )}
      </Section>
      {subjects.length > 0 && (
        <Section title="About">
          {subjects.map(({ id, node: { record }, sources }) => (
            <Row key={id} label={nodeTypes[record.type].words.one}>
              <Cited sources={sources}>
                <NodeButton id={record.id} onOpen={onOpen}>
                  {record.properties.name}
                </NodeButton>
                {record.properties.date && (
                  <span className="soft"> {printPartialDate(record.properties.date)}</span>
                )}
              </Cited>
            </Row>
          ))}
        </Section>
      )}
      {documents.length > 0 && (
        <Section title="Quoted in">
          {documents.map((document) => (
            <QuotedIn key={document.id} document={document} onOpen={onOpen} />
          ))}
        </Section>
      )}
    </>
  );
}

interface SpeakerProps {
  readonly speaker: Neighbour;
  readonly posts: readonly PostThen[];
  readonly onOpen: OpenNode;
}

function Speaker({ speaker, posts, onOpen }: SpeakerProps) {
  const { record } = speaker.node;
  const { look } = nodeTypes[record.type];
  return (
    <Cited sources={speaker.sources}>
      <p className="speaker">
        <ShapeIcon shape={look.shape} tone={`--tone-${look.tone}`} />
        <NodeButton id={record.id} onOpen={onOpen}>
          {record.properties.name}
        </NodeButton>
      </p>
      {posts
        .filter(({ person }) => person.id === record.id)
        .map((post) => (
          <p key={post.id} className="speaker-post">
            {sayPost(post.properties)} of{' '}
            <NodeButton id={post.organisation.id} onOpen={onOpen}>
              {post.organisation.name}
            </NodeButton>
            <span className="soft">
              {' '}
              – {sayCertainty(post.certainty)} ({sayPostTime(post.properties)})
            </span>
          </p>
        ))}
    </Cited>
  );
}

function QuotedIn({ document, onOpen }: { readonly document: Neighbour; readonly onOpen: OpenNode }) {
  const { id, properties } = document.node.record;
  const [source] = document.sources;
  const { licence, attribution } = properties;
  return (
    <div className="quoted-in">
      <NodeButton id={id} onOpen={onOpen}>
        {properties.name}
      </NodeButton>
      <p className="soft">
        {[source?.document && sayDocumentKind(source.document), document.properties.locator]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Licence licence={licence} attribution={attribution} />
    </div>
  );
}

/** The licence belongs to the document, and is shown with everything that is taken from it. */
export function Licence({
  licence,
  attribution,
}: {
  readonly licence: string | undefined;
  readonly attribution: string | undefined;
}) {
  if (!licence && !attribution) return <p className="soft">No licence is recorded.</p>;
  return (
    <p className="soft">
      {licence && <>Licence: {licence}. </>}
      {attribution}
    </p>
  );
}
