import { createModelStore } from '../../contract/model-store.ts';
import { openEmptySqlite } from '../graph/open-empty-sqlite.ts';
import { describeLinkQuote } from './describe-link-quote.ts';

describeLinkQuote('the model', async () => createModelStore());
describeLinkQuote('SQLite', openEmptySqlite);
