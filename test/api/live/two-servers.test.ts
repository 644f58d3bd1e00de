import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import { describeTwoServers } from './describe-two-servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'oversight-two-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A command that writes beside the server is, to its readers, another server.
describeTwoServers(() => openSqliteStore({ folder }));
