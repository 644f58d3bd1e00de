import { createModelStore } from '../../contract/model-store.ts';
import { describeLists } from './describe-lists.ts';
import { describeQuestions } from './describe-questions.ts';
import { openEmptySqlite } from './open-empty-sqlite.ts';

describeQuestions('the model', async () => createModelStore());
describeQuestions('SQLite', openEmptySqlite);
describeLists('the model', async () => createModelStore());
describeLists('SQLite', openEmptySqlite);
