import { takeTokenFromAddress } from './api/token.ts';
import { prepareLayout } from './canvas/layout/next-layout.ts';
import { askFirstOpening } from './explorer/first-opening.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import { applyStoredTheme } from './ui/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id “root” for the explorer to stand in.');
applyStoredTheme();
// Before the explorer reads its view from the address.
takeTokenFromAddress();
// Its script is asked for before the question, behind which it would wait.
prepareLayout();
askFirstOpening();
// What draws is several times as large as what asks: the server works while it comes and is compiled.
void import('./start.tsx').then(({ start }) => start(root));
