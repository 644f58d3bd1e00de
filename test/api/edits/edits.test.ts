import { createModelStore } from '../../contract/model-store.ts';
import { openEmptySqlite } from '../graph/open-empty-sqlite.ts';
import { describeLargeReversals } from './describe-large-reversals.ts';
import { describeLinkQuote } from './describe-link-quote.ts';
import { describeMergedIds } from './describe-merged-ids.ts';
import { describeMutations } from './describe-mutations.ts';
import { describeReversals } from './describe-reversals.ts';

describeLinkQuote('the model', async () => createModelStore());
describeLinkQuote('SQLite', openEmptySqlite);
describeMutations('the model', async () => createModelStore());
describeMutations('SQLite', openEmptySqlite);
describeReversals('the model', async () => createModelStore());
describeReversals('SQLite', openEmptySqlite);
describeLargeReversals('SQLite', openEmptySqlite);
describeMergedIds('the model', async () => createModelStore());
describeMergedIds('SQLite', openEmptySqlite);
