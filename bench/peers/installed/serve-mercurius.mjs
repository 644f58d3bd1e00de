// Serves one type from memory by mercurius on Fastify, as its documentation sets it up. Prints the port. With
// MERCURIUS_JIT it compiles queries when it has seen them that often.
import Fastify from 'fastify';
import mercurius from 'mercurius';

const schema = `
  type Query { organisation(id: ID!): Organisation }
  type Organisation { id: ID! name: String! kind: String officialNumber: String }
`;
const organisation = (id) => ({ id, name: `Home ${id}`, kind: 'provider', officialNumber: '1234' });
const resolvers = { Query: { organisation: async (_root, { id }) => organisation(id) } };

const app = Fastify();
app.register(mercurius, { schema, resolvers, jit: Number(process.env.MERCURIUS_JIT ?? 0) });
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${new URL(address).port}\n`);
process.on('disconnect', () => process.exit(0));
