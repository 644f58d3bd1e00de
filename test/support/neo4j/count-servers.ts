/**
 * How many Neo4js tests have: one for each worker, so that no two files meet in one database; one alone where it is
 * somebody else's, and in the long form of the fault tests, which holds answers to the clock.
 */
export const neo4jServers = process.env.NEO4J_TEST_URI || process.env.FAULT_ROUNDS ? 1 : 2;
