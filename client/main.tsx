import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './ui/fonts.css';
import './ui/tokens.css';
import { applyStoredTheme } from './ui/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id “root” for the explorer to stand in.');
applyStoredTheme();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
