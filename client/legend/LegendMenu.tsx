import { Eye, EyeOff, Focus, Layers } from 'lucide-react';
import { isOnlyFacet } from '../exploration/filters/facets.ts';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import type { LegendState } from './use-legend.ts';

/** What can be done with a group, in words: by right click, a long press, or the key for menus. */
export function LegendMenu({ legend }: { readonly legend: LegendState }) {
  const { menu, exploration, run } = legend;
  if (!menu) return null;
  const { row, at } = menu;
  const { isOn, onToggle, onOnly } = legend.handlersOf(row);
  const showAll = legend.showAllOf([row.facet.dimension]);
  const items: readonly MenuItem[] = [
    {
      key: 'toggle',
      words: isOn ? 'Hide this' : 'Show this',
      icon: isOn ? <EyeOff /> : <Eye />,
      hint: 'Enter',
      onChoose: onToggle,
    },
    ...(isOnlyFacet(exploration.filters, row.facet)
      ? []
      : [{ key: 'only', words: 'Show only this', icon: <Focus />, hint: 'Alt Enter', onChoose: onOnly }]),
    ...(showAll
      ? [{ key: 'all', words: 'Show all of this section', icon: <Layers />, onChoose: showAll }]
      : []),
    { key: 'clear', words: 'Take all filters away', onChoose: () => run({ kind: 'clearFilters' }) },
  ];
  return <Menu label={`What to do with ${row.words}`} items={items} at={at} onClose={legend.closeMenu} />;
}
