import { describeLinking } from './describe-linking.ts';
import { serveSigned } from './sign-in.ts';

describeLinking('the embedded store', serveSigned);
