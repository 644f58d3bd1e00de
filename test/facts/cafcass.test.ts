import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { createModelStore } from '../contract/model-store.ts';
import { describeFacts } from './describe-facts.ts';
import { describeRules } from './describe-rules.ts';

const inMemory = () => openSqliteStore({ folder: ':memory:' });

describeFacts('the facts of Cafcass in SQLite', inMemory);
describeRules('the graph of Cafcass in SQLite', inMemory);
describeRules('the graph of Cafcass in the plain model', async () => createModelStore());
