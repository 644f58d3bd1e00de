import { takeTokenFromAddress } from './api/token.ts';
import { askFirstOpening } from './explorer/first-opening.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import { applyStoredTheme } from './ui/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id “root” for the explorer to stand in.');
applyStoredTheme();
// Before the explorer reads its view from the address.
takeTokenFromAddress();
askFirstOpening();
// What draws is several times as large as what asks: the server works while it comes and is compiled.
void import('./start.tsx').then(({ start }) => start(root));
