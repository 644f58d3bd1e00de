/**
 * How many Neo4js tests have: one for each worker, so that no two files meet in one database; one alone where it is
 * somebody else's.
 */
export const neo4jServers = process.env.NEO4J_TEST_URI ? 1 : 2;
