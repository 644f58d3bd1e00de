import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { takeTokenFromAddress } from './api/token.ts';
import { askFirstOpening } from './explorer/first-opening.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import { Broken } from './ui/Broken.tsx';
import { applyStoredTheme } from './ui/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id “root” for the explorer to stand in.');
applyStoredTheme();
// Before the explorer reads its view from the address.
takeTokenFromAddress();
askFirstOpening();
createRoot(root).render(
  <StrictMode>
    <Broken>
      <App />
    </Broken>
  </StrictMode>,
);
