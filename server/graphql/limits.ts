import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { measureQuery } from '../access/measure-query.ts';
import { measureText, measureVariables } from '../access/measure-request.ts';
import { freeRecords } from '../access/rates/rate-limits.ts';
import { type Refusal, refusalCodes } from '../access/refusals.ts';
import { chargeCaller } from './charge-caller.ts';
import type { ApiContext } from './context.ts';

/**
 * Refuses what is too large before it is worked on: text and variables before the query is parsed, the shape of the
 * query before it is validated. Both throw, since a result that is set here would be cached with the query.
 */
export function limitQueries(): Plugin {
  return {
    onParams({ params }) {
      if (typeof params.query === 'string') throwIf(measureText(params.query));
      throwIf(measureVariables(params.variables));
    },
    onValidate({ params: { schema, documentAST }, context }) {
      const { operationName, variables } = readParams(context);
      throwIf(measureQuery(documentAST, operationName, variables, schema).refusal);
    },
  };
}

/** Counts what a caller reads, where that is much; after the request is known to be valid and who sent it. */
export function limitRates(): Plugin<ApiContext> {
  return {
    async onExecute({ args: { schema, document, operationName, variableValues, contextValue } }) {
      const values = { ...variableValues };
      const { records } = measureQuery(document, operationName ?? undefined, values, schema);
      if (records > freeRecords) await chargeCaller(contextValue, 'records', records);
    },
  };
}

/** A refusal as the failure that the client will see, with its HTTP status whatever the client accepts. */
function failureOf({ code, message }: Refusal): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: refusalCodes[code].status } } });
}

function throwIf(refusal: Refusal | null): void {
  if (refusal) throw failureOf(refusal);
}

function readParams(context: unknown) {
  const { params } = context as { params?: { operationName?: unknown; variables?: unknown } };
  const { operationName, variables } = params ?? {};
  return {
    operationName: typeof operationName === 'string' ? operationName : undefined,
    variables: typeof variables === 'object' && variables !== null ? { ...variables } : {},
  };
}
