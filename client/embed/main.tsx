import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import '../ui/tokens.css';
import { prepareLayout } from '../canvas/layout/next-layout.ts';
import { Broken } from '../ui/Broken.tsx';
import { applyTheme, readTheme } from '../ui/theme.ts';
import { EmbedPage } from './EmbedPage.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id “root” for the view to stand in.');
// The page around it says the theme in the address; nothing is stored on a page of somebody else.
applyTheme(readTheme(new URLSearchParams(window.location.search).get('theme')));
// It comes up while the canvas is fetched.
prepareLayout();
createRoot(root).render(
  <StrictMode>
    <Broken>
      <EmbedPage />
    </Broken>
  </StrictMode>,
);
