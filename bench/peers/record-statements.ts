import { graphql } from 'graphql';
import type { ApiContext } from '../../server/graphql/context.ts';
import { apiSchema } from '../../server/graphql/schema.ts';
import type { GraphStore } from '../../server/store/graph-store.ts';
import { planToCypher, type Query } from '../../server/store/neo4j/plan/plan-to-cypher.ts';
import { searchQuery } from '../../server/store/neo4j/questions.ts';
import type { Form, Input, Question } from './questions.ts';
import { packParameters, type Statement } from './statements.ts';

/** The statements that Oversight sends for each input of a question, as bodies for the server of the bare driver. */
export async function recordStatements(
  store: GraphStore,
  { ours, inputs }: Question,
): Promise<readonly string[]> {
  const bodies: string[] = [];
  for (const input of inputs) bodies.push(JSON.stringify(await statementsOf(store, ours, input)));
  return bodies;
}

async function statementsOf(store: GraphStore, form: Form, input: Input): Promise<readonly Statement[]> {
  const sent: Statement[] = [];
  const note = ({ text, parameters }: Query) => sent.push({ text, parameters: packParameters(parameters) });
  const recording: Pick<GraphStore, 'read' | 'searchCandidates' | 'survivors'> = {
    survivors: store.survivors,
    read: (plan) => {
      note(planToCypher(plan));
      return store.read(plan);
    },
    searchCandidates: (question) => {
      note(searchQuery(question));
      return store.searchCandidates(question);
    },
  };
  const contextValue: Pick<ApiContext, 'signal'> & { store: typeof recording } = {
    store: recording,
    signal: undefined,
  };
  const variableValues = form.variables?.(input) ?? input;
  const { errors } = await graphql({ schema: apiSchema(), source: form.query, variableValues, contextValue });
  if (errors?.[0]) throw errors[0];
  return sent;
}
