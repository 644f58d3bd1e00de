import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { describeStoreContract } from './store-contract.ts';

describeStoreContract('SQLite in memory', () => openSqliteStore({ folder: ':memory:' }), 60);
