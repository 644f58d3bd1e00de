import type { StartingView } from '../api/load.ts';
import { LegendSection, useSection } from './LegendSection.tsx';

interface StartingViewsProps {
  readonly views: readonly StartingView[];
  readonly current: string | null;
  readonly onOpen: (view: StartingView) => void;
}

/** Where one can begin; with one place only there is nothing to choose. */
export function StartingViews({ views, current, onOpen }: StartingViewsProps) {
  const section = useSection('views', true);
  if (views.length < 2) return null;
  return (
    <LegendSection title="Begin with" section={section}>
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              className="legend-view"
              aria-current={view.id === current || undefined}
              title={view.says}
              onClick={() => onOpen(view)}
            >
              {view.title}
            </button>
          </li>
        ))}
      </ul>
    </LegendSection>
  );
}
