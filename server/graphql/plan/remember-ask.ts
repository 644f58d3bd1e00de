import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode, visit } from 'graphql';
import type { Ask } from './reads.ts';

/** What a selection answers does not depend on the arguments of the field that it stands under. */
type Selected = Omit<Ask, 'args'>;

interface Remembered {
  /** The variables on which anything below the field depends. */
  readonly variables: readonly string[];
  readonly byValues: Map<string, Selected>;
}

/** Values of variables below a field for which its selection is kept; most queries have none there. */
const VALUES_LIMIT = 60;

/** By the list of nodes of a field, which a prepared operation keeps and any other executor makes anew. */
const remembered = new WeakMap<readonly FieldNode[], Remembered>();

/**
 * The questions about the selection under a field, answered once for a prepared query and equal variables below the
 * field. Then equal answers are the same objects, by which a store can keep what it makes of them.
 */
export function rememberAsk(info: GraphQLResolveInfo, make: () => Selected): Selected {
  let known = remembered.get(info.fieldNodes);
  if (!known) {
    known = { variables: variablesBelow(info), byValues: new Map() };
    remembered.set(info.fieldNodes, known);
  }
  const values = known.variables.map((name) => info.variableValues[name]);
  const key = values.length === 0 ? '' : JSON.stringify(values);
  let selected = known.byValues.get(key);
  if (!selected) {
    selected = answerOnce(make());
    if (known.byValues.size < VALUES_LIMIT) known.byValues.set(key, selected);
  }
  return selected;
}

function answerOnce(ask: Selected): Selected {
  const { path, onTypes } = ask;
  return {
    path,
    onTypes,
    selects: once(ask.selects),
    nodes: once(ask.nodes),
    relationships: once(ask.relationships),
  };
}

/** The same answer for the same ways. */
function once<Way, Answer>(ask: (...ways: Way[]) => Answer): (...ways: Way[]) => Answer {
  const answers = new Map<string, Answer>();
  return (...ways) => {
    const key = JSON.stringify(ways);
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as Answer;
    const answer = ask(...ways);
    answers.set(key, answer);
    return answer;
  };
}

/** Every variable in the selection of the field and in the fragments that it spreads, however deep. */
function variablesBelow({ fieldNodes, fragments }: GraphQLResolveInfo): readonly string[] {
  const variables = new Set<string>();
  const entered = new Set<string>();
  const enter = (set: SelectionSetNode | undefined): void => {
    if (!set) return;
    visit(set, {
      [Kind.VARIABLE]: ({ name }) => {
        variables.add(name.value);
      },
      [Kind.FRAGMENT_SPREAD]: ({ name }) => {
        if (entered.has(name.value)) return;
        entered.add(name.value);
        enter(fragments[name.value]?.selectionSet);
      },
    });
  };
  for (const { selectionSet } of fieldNodes) enter(selectionSet);
  return [...variables];
}
