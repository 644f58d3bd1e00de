import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { Broken } from './ui/Broken.tsx';

/** Puts the explorer into the page. */
export function start(root: HTMLElement): void {
  createRoot(root).render(
    <StrictMode>
      <Broken>
        <App />
      </Broken>
    </StrictMode>,
  );
}
