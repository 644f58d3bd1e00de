import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type Example, examples } from './examples.ts';
import { isNarrow } from './is-narrow.ts';

/** The saved questions; choosing one opens its query in a tab of its own, ready to run. */
export function Examples() {
  const { addTab, setVisiblePlugin } = useGraphiQLActions();
  const queryEditor = useGraphiQL(({ queryEditor: editor }) => editor);
  const variableEditor = useGraphiQL(({ variableEditor: editor }) => editor);
  const open = ({ query }: Example) => {
    addTab();
    variableEditor?.setValue('');
    queryEditor?.setValue(query);
    if (isNarrow()) setVisiblePlugin(null);
    queryEditor?.focus();
  };
  return (
    <section aria-label="Example questions">
      <h2 className="playground-heading">Example questions</h2>
      <p>Open one, then run it with Ctrl-Enter or with the round button.</p>
      <ul className="playground-examples">
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" className="playground-example" onClick={() => open(example)}>
              {example.question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
