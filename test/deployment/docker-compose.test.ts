import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const Service = z.object({
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).optional(),
  networks: z.array(z.string()),
  healthcheck: z.object({ test: z.array(z.string()) }),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
});
const Compose = z.object({
  services: z.object({ neo4j: Service, oversight: Service }),
  networks: z.object({ database: z.object({ internal: z.literal(true) }) }),
});
const { services } = Compose.parse(parse(readFileSync('docker-compose.yml', 'utf8')));
const dockerfile = readFileSync('Dockerfile', 'utf8');

test('there is no default password: compose refuses to start without one', () => {
  expect(services.neo4j.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?.+\}$/);
  expect(services.oversight.environment.NEO4J_PASSWORD).toMatch(/^\$\{NEO4J_PASSWORD:\?.+\}$/);
});

test('the database publishes no port and Oversight is published on loopback', () => {
  expect(services.neo4j.ports).toBeUndefined();
  for (const port of services.oversight.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('Oversight runs read-only, without capabilities, as another user than root, and tells its health', () => {
  expect(services.oversight.read_only).toBe(true);
  expect(services.oversight.cap_drop).toEqual(['ALL']);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(services.oversight.healthcheck.test.join(' ')).toContain('/readyz');
});

test('Oversight’s settings are ones that the configuration reads', () => {
  const config = readFileSync('server/config.ts', 'utf8');
  for (const name of Object.keys(services.oversight.environment)) expect(config).toContain(name);
});
