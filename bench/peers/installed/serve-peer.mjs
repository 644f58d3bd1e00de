// Serves @neo4j/graphql over the Neo4j of the bench, by Yoga with all that costs a request turned off, as ours is.
// Prints the address on one line. Reads NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD.
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';
import { typeDefs } from './peer-types.mjs';

const { NEO4J_URI = '', NEO4J_USER = '', NEO4J_PASSWORD = '' } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
  disableLosslessIntegers: false,
});
const features = { filters: { String: { LT: true } } };
const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema();
const yoga = createYoga({
  schema,
  context: () => ({ sessionConfig: { database: 'neo4j' } }),
  graphiql: false,
  landingPage: false,
  cors: false,
  multipart: false,
  batching: false,
  maskedErrors: false,
  logging: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.on('disconnect', () => process.exit(0));
