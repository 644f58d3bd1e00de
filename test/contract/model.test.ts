import { createModelStore } from './model-store.ts';
import { describeStoreContract } from './store-contract.ts';

describeStoreContract('The model itself', async () => createModelStore(), 30);
