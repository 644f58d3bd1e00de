import { useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { printCount } from '../../schema/print-count.ts';
import { type HandedOver, handOver, handOverLimit } from '../api/hand-over.ts';
import { collectIds } from './collect-ids.ts';

const nothing: HandedOver = { nodes: [], relationships: [] };

/** Below the result: opens the explorer on every node and relationship that is named in it. */
export function ShowOnGraph() {
  const editor = useGraphiQL(({ responseEditor }) => responseEditor);
  const [ids, setIds] = useState<HandedOver>(nothing);
  useEffect(() => {
    if (!editor) return;
    const read = () => setIds(readResult(editor.getValue()));
    read();
    const listener = editor.onDidChangeModelContent(read);
    return () => listener.dispose();
  }, [editor]);
  const isEmpty = ids.nodes.length === 0 && ids.relationships.length === 0;
  const isTooMany = ids.nodes.length > handOverLimit;
  const show = () => {
    handOver(ids);
    window.location.assign('/');
  };
  return (
    <div className="playground-show">
      <button type="button" className="playground-example" disabled={isEmpty || isTooMany} onClick={show}>
        Show this result on the graph
      </button>
      <p role="status">{sayIds(ids, isEmpty, isTooMany)}</p>
    </div>
  );
}

function sayIds({ nodes, relationships }: HandedOver, isEmpty: boolean, isTooMany: boolean): string {
  if (isEmpty) return 'A result that asks for “id” can be shown on the graph.';
  if (isTooMany)
    return `It names ${printCount(nodes.length)} nodes, and the graph draws ${printCount(handOverLimit)} at most: ask for fewer.`;
  const counts = [
    nodes.length === 1 ? '1 node' : `${printCount(nodes.length)} nodes`,
    relationships.length === 1 ? '1 relationship' : `${printCount(relationships.length)} relationships`,
  ];
  return `It names ${relationships.length > 0 ? counts.join(' and ') : counts[0]}.`;
}

/** What stands in the result; while it is being written it may be no JSON yet. */
function readResult(text: string): HandedOver {
  try {
    return collectIds(JSON.parse(text));
  } catch {
    return nothing;
  }
}
