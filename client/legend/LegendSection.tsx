import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useStored } from '../ui/use-stored.ts';

/** Whether a section of the legend is open, as the browser remembers it. */
export function useSection(
  name: string,
  isOpenAtFirst: boolean,
): readonly [boolean, (isOpen: boolean) => void] {
  const [stored, store] = useStored(`oversight-legend-${name}`, (text) =>
    text === 'open' || text === 'closed' ? text : isOpenAtFirst ? 'open' : 'closed',
  );
  return [stored === 'open', (isOpen) => store(isOpen ? 'open' : 'closed')];
}

interface LegendSectionProps {
  readonly title: string;
  readonly section: ReturnType<typeof useSection>;
  /** Takes the filters of this section away; null where there are none. */
  readonly onShowAll?: (() => void) | null;
  readonly children: ReactNode;
}

/** A part of the legend under a heading that opens and closes it. Closed, it still says that it filters. */
export function LegendSection({ title, section, onShowAll = null, children }: LegendSectionProps) {
  const [isOpen, setOpen] = section;
  const id = useId();
  return (
    // The inspector has parts of the same titles.
    <section className="legend-section" aria-label={`Legend: ${title}`}>
      <div className="legend-head">
        <h2>
          <button
            type="button"
            className="legend-fold"
            aria-expanded={isOpen}
            aria-controls={`${id}-body`}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronRight aria-hidden="true" className="legend-turn" />
            {title}
          </button>
        </h2>
        {onShowAll && (
          <button type="button" className="text-button" aria-label={`Show all: ${title}`} onClick={onShowAll}>
            show all
          </button>
        )}
      </div>
      <div id={`${id}-body`} className="legend-body" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  );
}
