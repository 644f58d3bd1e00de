import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { readTheme, THEME_KEY } from '../ui/theme.ts';
import { readStored } from '../ui/use-stored.ts';
import { Examples } from './Examples.tsx';
import { examples } from './examples.ts';
import { HomeLink } from './HomeLink.tsx';
import { isNarrow } from './is-narrow.ts';
import { postQuery } from './post-query.ts';
import { ShowOnGraph } from './ShowOnGraph.tsx';

const examplesPlugin = { title: 'Example questions', icon: QuestionMark, content: Examples };
const plugins = [examplesPlugin, HISTORY_PLUGIN];

/**
 * GraphiQL on our own API. `query` and `variables` of the address are opened in a tab, so that other pages can link
 * to a question; without them it opens on the first example.
 */
export function Playground({ asked }: { readonly asked: URLSearchParams }) {
  const [query, variables] = [asked.get('query'), asked.get('variables')];
  const theme = readTheme(readStored(THEME_KEY));
  return (
    <GraphiQL
      fetcher={postQuery}
      plugins={plugins}
      defaultQuery={examples[0]?.query ?? ''}
      defaultTheme={theme === 'system' ? null : theme}
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
      {...(isNarrow() ? {} : { visiblePlugin: examplesPlugin.title })}
      {...(query === null ? {} : { initialQuery: query })}
      {...(variables === null ? {} : { initialVariables: variables })}
    >
      <GraphiQL.Logo>
        <HomeLink followsSystem={theme === 'system'} />
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <ShowOnGraph />
      </GraphiQL.Footer>
    </GraphiQL>
  );
}

function QuestionMark() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round">
      <title>Example questions</title>
      <circle cx="12" cy="12" r="9.2" />
      <path d="M9.4 9.4a2.7 2.7 0 1 1 3.9 2.5c-.9.5-1.3 1-1.3 2" />
      <path d="M12 17v.1" />
    </svg>
  );
}
