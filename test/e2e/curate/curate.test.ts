import { serveOversight } from '../serve-oversight.ts';
import { describeLinking } from './describe-linking.ts';

describeLinking('the embedded store', async () => {
  const served = await serveOversight();
  const token = /#token=(.+)$/.exec(served.signInLink ?? '')?.[1];
  if (!token) throw new Error('the server printed no link to sign in with');
  return { served, token };
});
