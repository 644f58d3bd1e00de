import { useId } from 'react';
import type { Source } from '../../api/detail.ts';
import { RankChip } from '../../ui/RankChip.tsx';
import { FieldFrame } from '../form/FieldFrame.tsx';
import type { Question, Side } from './list-questions.ts';
import { outcomeOf, type SettleDraft, sayStanding } from './settle-draft.ts';
import './settle.css';

interface SideChoicesProps {
  readonly question: Question;
  readonly draft: SettleDraft;
  readonly problem: string | undefined;
  readonly onChoose: (side: Side) => void;
}

/** All that is said, each with where it is said and with what becomes of it. */
export function SideChoices({ question, draft, problem, onChoose }: SideChoicesProps) {
  const id = useId();
  return (
    <FieldFrame label="What the sources say" labelId={id} problem={problem}>
      <div className="sides">
        {question.sides.map((side) => (
          <label key={side.id} className="side" data-chosen={side.id === draft.chosen || undefined}>
            <input
              type="radio"
              name={id}
              checked={side.id === draft.chosen}
              onChange={() => onChoose(side)}
            />
            <span className="side-body">
              <span className="side-words">
                {question.of.kind === 'judgement' ? (
                  <RankChip label={side.words} rank={side.grade?.rank} of={side.grade?.of} />
                ) : (
                  side.words
                )}
              </span>
              <span className="side-standing">{outcomeOf(side, question, draft) ?? sayStanding(side)}</span>
              {side.reason && <span className="side-why">{side.reason}</span>}
              {side.sources.map((source) => (
                <SourceLine key={source.id} source={source} />
              ))}
            </span>
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

const bases = { stated: 'stated', inferred: 'inferred', outside: 'known from outside' } as const;

function SourceLine({
  source: { document, locator, basis, words, explanation },
}: {
  readonly source: Source;
}) {
  const place = [document?.name ?? 'In no document of the graph', locator, bases[basis]];
  return (
    <span className="side-source">
      {place.filter(Boolean).join(' · ')}
      {document?.isPrimary && ' · primary source'}
      {words && <q>{words}</q>}
      {explanation && <span className="side-why">{explanation}</span>}
    </span>
  );
}
